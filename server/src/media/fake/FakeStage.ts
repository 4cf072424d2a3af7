import type { MediaNotice, MediaRequest, MediaRequestType } from '@doorstep/shared/protocol/media.ts';
import type { MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { ParticipantId, RoomId, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Gate, MediaPlan, Prepared, Seat } from '@doorstep/shared/visit/mediaPlanShape.ts';
import type { MediaPlane, Place, RoomRef } from '../MediaPlane.ts';
import { MediaReconciler } from '../MediaReconciler.ts';
import { CAPABILITIES, opus, SEATED_AT, vp8 } from './parameters.ts';

export const VISIT = 'visit-1' as VisitId;
export const MAIN = 'main' as RoomId;
/** Where everybody is unless told. */
export const REF: RoomRef = { visit: VISIT, room: MAIN };
export const ASIDE = 'aside' as RoomId;
export const DANA = 'dana-1' as SessionId;
export const DANA_TOO = 'dana-2' as SessionId;
export const SAM = 'sam-1' as SessionId;
export const RAY = 'ray-1' as SessionId;

export const RELAY = [{ urls: ['turn:turn.example'], username: 'u', credential: 'c' }];

const personOf = (session: SessionId): ParticipantId => session.split('-')[0] as ParticipantId;

/** A seat; `dana-2` is Dana's second device. */
export const seat = (session: SessionId, audio: Gate = 'open', video: Gate = 'open'): Seat => ({
  session,
  participant: personOf(session),
  since: SEATED_AT,
  audio,
  video,
  receives: true,
  audioPriority: 255,
  videoPriority: 100,
});

/** A place at the door. */
const ready = (session: SessionId): Prepared => ({ session, participant: personOf(session) });

/** These seated in the main room, those made ready. */
export const planOf = (seats: readonly Seat[], prepared: readonly SessionId[] = []): MediaPlan => ({
  rooms: [{ room: MAIN, seats, prepared: prepared.map(ready) }],
});

type RequestOf<Type extends MediaRequestType> = Extract<MediaRequest, { type: Type }>;

/** A reconciler on some plane, with everything it says kept, and devices that can be led through joining. */
export class FakeStage {
  readonly reconciler: MediaReconciler;
  readonly notices: { readonly session: SessionId; readonly notice: MediaNotice }[] = [];
  readonly logged: string[] = [];
  /** Who was given relay credentials. */
  readonly relayed: SessionId[] = [];
  /** The stage's clock; it stands still. */
  now = 0;
  readonly #plane: MediaPlane;
  #ssrc = 1000;

  constructor(plane: MediaPlane) {
    const keep = (_fields: object, message: string): void => {
      this.logged.push(message);
    };
    this.#plane = plane;
    this.reconciler = new MediaReconciler({
      plane,
      log: { info: keep, warn: keep, error: keep },
      icePolicy: 'all',
      iceServersFor: (session) => {
        this.relayed.push(session);
        return RELAY;
      },
      now: () => this.now,
    });
    this.reconciler.onNotice((_visit, session, notice) => this.notices.push({ session, notice }));
  }

  /** Applies a plan and waits for everything. */
  async plan(plan: MediaPlan): Promise<void> {
    await this.reconciler.apply(VISIT, plan).settled;
  }

  ask(session: SessionId, request: MediaRequest): Promise<MediaAnswer<MediaRequestType>> {
    return this.reconciler.request(VISIT, session, request);
  }

  async join(session: SessionId): Promise<object> {
    const answer = await this.ask(session, { type: 'join' });
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.answer;
  }

  receive(session: SessionId): Promise<MediaAnswer<MediaRequestType>> {
    return this.ask(session, { type: 'receive', rtpCapabilities: CAPABILITIES });
  }

  produce(
    session: SessionId,
    kind: RequestOf<'produce'>['kind'],
    transport: string = this.place(session).send,
  ): Promise<MediaAnswer<MediaRequestType>> {
    this.#ssrc += 1;
    const rtpParameters = kind === 'audio' ? opus(this.#ssrc) : vp8(this.#ssrc);
    return this.ask(session, { type: 'produce', transport, kind, rtpParameters });
  }

  /** Joins, receives, and speaks when the plan has a seat for it. */
  async enter(session: SessionId): Promise<void> {
    await this.join(session);
    await this.receive(session);
    if (this.place(session).seatedAt !== null) await this.produce(session, 'audio');
    await this.idle();
  }

  /** Dana and Sam are seated and have entered, and know of each other. */
  async everyoneIn(): Promise<void> {
    await this.plan(planOf([seat(DANA), seat(SAM)]));
    for (const session of [DANA, SAM]) await this.enter(session);
    for (const session of [DANA, SAM]) this.told(session);
  }

  /** Until there is nothing left to do for the plan in force. */
  async idle(): Promise<void> {
    await this.reconciler.settle(VISIT);
  }

  findPlace(session: SessionId): Place | undefined {
    return this.#plane
      .inventory(VISIT)
      .flatMap(({ places }) => places)
      .find((place) => place.session === session);
  }

  place(session: SessionId): Place {
    const place = this.findPlace(session);
    if (!place) throw new Error(`${session} has no place.`);
    return place;
  }

  /** Whom this device has been given to hear or see. */
  heardBy(session: SessionId): readonly string[] {
    return this.place(session)
      .consumers.flatMap(({ from, kind }) => (from ? [`${from.session} ${kind}`] : []))
      .sort();
  }

  /** The types of what this device was told, in order; then forgotten. */
  told(session: SessionId): readonly MediaNotice['type'][] {
    const told = this.notices.filter((each) => each.session === session).map(({ notice }) => notice.type);
    this.notices.splice(0, this.notices.length, ...this.notices.filter((each) => each.session !== session));
    return told;
  }
}
