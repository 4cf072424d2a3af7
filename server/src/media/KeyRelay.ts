import { assertUnreachable } from '@doorstep/shared/lib/assertUnreachable.ts';
import { no, ok, type Result } from '@doorstep/shared/lib/result.ts';
import type { KeyNotice, MediaRefusal, MediaRequest } from '@doorstep/shared/protocol/media.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { Allowances, type Rate } from '../gateway/Allowance.ts';
import type { MediaContext } from './MediaContext.ts';
import type { ConsumerId } from './MediaPlane.ts';
import type { VisitMedia } from './VisitMedia.ts';

/** What one device says to another about keys. */
type KeyRequest = Extract<MediaRequest, { type: 'giveKey' | 'keyTaken' | 'needKey' }>;
export type KeyRequestType = KeyRequest['type'];

/**
 * A full room has 24 devices: when one comes, goes or has another key, each of the others gives 23 keys and takes as many. However often that
 * is, a page makes eight keys in a row at most, and then one a second: 368, then 46 a second. What got lost is given again each two seconds
 * (12), and as often as two hostile devices ask for it (4). Nobody is refused for what others make them do, those who move people from room
 * to room among them.
 */
const SAID: Rate = { burst: 800, perSecond: 70 };
/** To one receiver, whose device has to open each of them. */
const SAID_TO_ONE: Rate = { burst: 96, perSecond: 6 };
/** Each is work for somebody else's device. */
const ASKED: Rate = { burst: 48, perSecond: 2 };
/** Each costs the sender, and everyone who watches them, a whole picture. */
const KEY_FRAMES: Rate = { burst: 3, perSecond: 0.5 };

/**
 * [SAFE-2] Passes on between two devices of one room what they say about keys. It is not read, not kept and not logged. Whether two are
 * in one room is asked of the newest plan at the moment of passing on, so that nothing follows a device into another room.
 */
export class KeyRelay {
  readonly #media: VisitMedia;
  readonly #context: MediaContext;
  readonly #said = new Allowances<SessionId>(SAID);
  readonly #saidToOne = new Allowances<string>(SAID_TO_ONE);
  readonly #asked = new Allowances<SessionId>(ASKED);
  readonly #keyFrames = new Allowances<ConsumerId>(KEY_FRAMES);

  constructor(media: VisitMedia, context: MediaContext) {
    this.#media = media;
    this.#context = context;
  }

  /** Resolves when it is passed on; whether it arrived is for the other device to say. `session` is who says it: never taken from the message. */
  async pass(session: SessionId, request: KeyRequest): Promise<Result<Record<string, never>, MediaRefusal>> {
    if (!this.#maySay(session, request)) return no('tooMany');

    const other = request.type === 'giveKey' ? request.to : request.from;
    if (!this.#media.mayHear(session, other) || !this.#media.mayHear(other, session)) return no('notFound');
    if (!this.#maySayTo(session, other)) return no('tooMany');

    this.#media.notify(other, noticeOf(session, request));
    return ok({});
  }

  /** Whether this picture may be asked to begin anew now; if so, that counts. */
  maySeeAnew(consumer: ConsumerId): boolean {
    const now = this.#context.now();

    return this.#keyFrames.of(consumer, now).take(now);
  }

  /** Asked last: only of two who are in one room is it remembered. */
  #maySayTo(session: SessionId, other: SessionId): boolean {
    const now = this.#context.now();

    return this.#saidToOne.of(`${session} ${other}`, now).take(now);
  }

  /** Asked before anything is looked up: how fast one may guess does not depend on the guess. */
  #maySay(session: SessionId, { type }: KeyRequest): boolean {
    const now = this.#context.now();
    const allowances = type === 'needKey' ? this.#asked : this.#said;

    return allowances.of(session, now).take(now);
  }
}

function noticeOf(session: SessionId, request: KeyRequest): KeyNotice {
  switch (request.type) {
    case 'giveKey':
      return { type: 'key', from: session, kid: request.kid, wrap: request.wrap };
    case 'keyTaken':
      return { type: 'keyTaken', by: session, kid: request.kid };
    case 'needKey':
      return { type: 'keyNeeded', by: session };
    default:
      return assertUnreachable(request);
  }
}
