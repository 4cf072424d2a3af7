import { instant, invitationId, participantId, visitId } from '@doorstep/shared/protocol/commands.ts';
import type { Instant, InvitationId, ParticipantId, VisitId } from '@doorstep/shared/visit/ids.ts';
import jwt from 'jsonwebtoken';
import * as z from 'zod/mini';

/** What a family link says: whose it is, for which visit, by which invitation, and until when (JOIN-2). */
export interface InvitationClaims {
  readonly visit: VisitId;
  readonly participant: ParticipantId;
  readonly invitation: InvitationId;
  /** To the second: later fractions are cut off. */
  readonly expiresAt: Instant;
}

const ALGORITHM = 'HS256';
const TYPE = 'doorstep-join+jwt';
const ISSUER = 'doorstep';
const AUDIENCE = 'join';
const LONGEST = 2048;

/** Exactly ours: no `crit`, no `kid`, no `jku`, nothing that would ask the reader to go by the token's own advice. */
const header = z.strictObject({ alg: z.literal(ALGORITHM), typ: z.literal(TYPE) });

/** One letter each: the link is shown as a QR code, which is easier to scan the shorter it is. */
const payload = z.strictObject({
  iss: z.literal(ISSUER),
  aud: z.literal(AUDIENCE),
  exp: z.int().check(z.minimum(0), z.maximum(8_640_000_000_000)),
  v: visitId,
  p: participantId,
  i: invitationId,
});

/** Family links, signed by this server. The only place where tokens are made or read; RFC 8725 throughout. */
export class InvitationTokens {
  readonly #secret: Buffer;
  readonly #now: () => Instant;

  /** `secret`: at least 32 bytes (RFC 7518, 3.2), used for nothing else. */
  constructor(secret: Buffer, now: () => Instant) {
    if (secret.length < 32) throw new Error('A signing secret has at least 32 bytes');
    this.#secret = secret;
    this.#now = now;
  }

  /** The token for these claims; the same claims always give the same token. */
  sign({ visit, participant, invitation, expiresAt }: InvitationClaims): string {
    const claims = {
      iss: ISSUER,
      aud: AUDIENCE,
      exp: Math.floor(expiresAt / 1000),
      v: visit,
      p: participant,
      i: invitation,
    };
    return jwt.sign(claims, this.#secret, {
      algorithm: ALGORITHM,
      header: { alg: ALGORITHM, typ: TYPE },
      noTimestamp: true,
    });
  }

  /**
   * What the token says, or null when it is not ours, not whole, or not for this. `whenExpired: 'null'` also for one whose time
   * is over; `'read'` is only for a browser that already has the place and comes back to it.
   */
  verify(
    token: string,
    { whenExpired }: { readonly whenExpired: 'null' | 'read' } = { whenExpired: 'null' },
  ): InvitationClaims | null {
    if (token.length > LONGEST) return null;
    try {
      const decoded = jwt.verify(token, this.#secret, {
        complete: true,
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTimestamp: Math.floor(this.#now() / 1000),
        ignoreExpiration: whenExpired === 'read',
      });
      header.parse(decoded.header);
      const { v, p, i, exp } = payload.parse(decoded.payload);
      return { visit: v, participant: p, invitation: i, expiresAt: instant.parse(exp * 1000) };
    } catch {
      return null;
    }
  }
}
