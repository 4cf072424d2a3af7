import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { ProtectedIs } from '@doorstep/shared/visit/protection/state.ts';
import type { ConsoleView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { DEVICES } from '../../../content/people.ts';
import { PROTECTION } from '../../../content/staff/protection.ts';

/** A device that cannot encrypt, or has not said. */
export interface OpenDevice {
  readonly session: SessionId;
  /** Whose, and what it is: “Dana’s phone”. */
  readonly says: string;
}

/** Those in this room of which it stands like this. */
export const devicesThatAre = (
  { people, me }: Pick<RoomView, 'people' | 'me'>,
  is: ProtectedIs,
): readonly OpenDevice[] =>
  people.flatMap(({ name, devices }) =>
    devices
      .filter(({ protection }) => protection.is === is)
      .map(({ session, device }) => {
        const kind = DEVICES[device].toLowerCase();

        return { session, says: session === me.session ? PROTECTION.your(kind) : PROTECTION.whose(name, kind) };
      }),
  );

/** A page says it with its first breath; only one that is stuck takes longer. */
const SOON_MS = 8_000;

/** Devices with a seat, in any room, that should have said by now what they encrypt with, for the host. */
export function notSaid({ console, me }: Pick<RoomView, 'console' | 'me'>, now: number): readonly OpenDevice[] {
  const seats = console === null ? [] : console.rooms.flatMap(({ devices }) => devices);

  return seats
    .filter(({ session, since }) => session !== me.session && now - since >= SOON_MS)
    .flatMap(({ session }) => (console === null ? [] : silent(console, session)));
}

const silent = ({ roster }: ConsoleView, session: SessionId): readonly OpenDevice[] =>
  roster.flatMap(({ name, devices }) =>
    devices
      .filter((one) => one.session === session && one.protection.is === 'notYet' && one.connection === 'connected')
      .map(({ device }) => ({ session, says: PROTECTION.whose(name, DEVICES[device].toLowerCase()) })),
  );
