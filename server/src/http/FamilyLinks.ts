import type { InvitationLink } from '@doorstep/shared/protocol/http.ts';
import type { Instant, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Invitation } from '@doorstep/shared/visit/invitations/state.ts';
import { toString as qrOf } from 'qrcode';
import type { InvitationTokens } from '../identity/InvitationTokens.ts';
import { Refused } from './problems.ts';

/** The links that families get. */
export class FamilyLinks {
  readonly #tokens: InvitationTokens;
  readonly #publicUrl: () => string;
  readonly #now: () => Instant;

  /** `publicUrl`: what browsers call this server, without a slash at the end; asked when a link is made. */
  constructor(tokens: InvitationTokens, publicUrl: () => string, now: () => Instant) {
    this.#tokens = tokens;
    this.#publicUrl = publicUrl;
    this.#now = now;
  }

  /** The address for that invitation. The token is behind the `#`: no server, log, proxy or link preview ever sees it. */
  urlOf(visit: VisitId, { id, participant, expiresAt }: Invitation): string {
    return `${this.#publicUrl()}/join#${this.#tokens.sign({ visit, participant, invitation: id, expiresAt })}`;
  }

  /** The link as the host may copy or show it; refused when it would open nothing. */
  async show(visit: VisitId, invitation: Invitation): Promise<InvitationLink> {
    if (invitation.revoked) throw new Refused('linkRevoked');
    if (invitation.expiresAt <= this.#now()) throw new Refused('linkExpired');
    const url = this.urlOf(visit, invitation);
    return { url, qr: await qrOf(url, { type: 'svg', errorCorrectionLevel: 'L', margin: 2 }) };
  }
}
