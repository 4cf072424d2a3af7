import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { Config } from '../config.ts';
import { cookiesFor } from './cookies.ts';
import { DeviceCredentials } from './DeviceCredentials.ts';
import { CookieDoorkeeper } from './Doorkeeper.ts';
import { InvitationTokens } from './InvitationTokens.ts';
import type { Seats } from './Seats.ts';
import { StaffDesk } from './StaffDesk.ts';
import type { StaffSessions } from './StaffSessions.ts';
import type { StaffSignIn } from './StaffSignIn.ts';
import { seatedIn } from './seatedIn.ts';
import { deriveKey, readSecret } from './secret.ts';

interface IdentityParts {
  readonly seats: Seats;
  readonly sessions: StaffSessions;
  readonly staff: StaffSignIn;
  readonly visits: Parameters<typeof seatedIn>[0];
  readonly now: () => Instant;
}

/** Who is who: cookies, places, sign-ins and links, by the secret of this installation. Refuses when that cannot be read or kept. */
export async function openIdentity(config: Config, { seats, sessions, staff, visits, now }: IdentityParts) {
  const secret = await readSecret({ file: config.secretFile, dataFolder: config.dataFolder });
  const cookies = cookiesFor({ secure: config.secureCookies });
  const devices = new DeviceCredentials(deriveKey(secret, 'device'));
  const desk = new StaffDesk({ cookies, sessions, seats, now, isSeated: seatedIn(visits) });
  const doorkeeper = new CookieDoorkeeper({ cookies, devices, seats, desk });
  const tokens = new InvitationTokens(deriveKey(secret, 'join'), now);

  return { cookies, devices, seats, sessions, desk, doorkeeper, tokens, staff };
}
