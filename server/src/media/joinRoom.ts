import { no, ok, type Result } from '@doorstep/shared/lib/result.ts';
import type { JoinAnswer, MediaRefusal } from '@doorstep/shared/protocol/media.ts';
import type { RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { MediaContext } from './MediaContext.ts';
import { shortId } from './MediaLog.ts';
import type { PlaceOffer } from './MediaPlane.ts';
import type { VisitMedia } from './VisitMedia.ts';

/** How often a device that is moved, or whose room goes down, while it joins is taken along before it is asked to join again. */
const ATTEMPTS = 3;

/**
 * Gives a device fresh transports in the room where the plan has it, in place of whatever it had. Refuses `noSeat` when the
 * plan has it nowhere, `unavailable` when the room is not open; then `reset` follows once it is.
 */
export async function joinRoom(
  media: VisitMedia,
  context: MediaContext,
  session: SessionId,
): Promise<Result<JoinAnswer, MediaRefusal>> {
  await context.plane.closePlace(session);

  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const room = media.placement(session)?.room;
    if (room === undefined) return no('noSeat');

    const offer = await openPlace(media, context, session, room);
    const placement = media.placement(session);
    if (offer && placement?.room === room) return ok(answerFor(context, session, placement, offer));

    await context.plane.closePlace(session);
  }
  if (!media.placement(session)) return no('noSeat');

  media.oweReset(session);
  return no('unavailable');
}

async function openPlace(
  media: VisitMedia,
  { plane, log }: MediaContext,
  session: SessionId,
  room: RoomId,
): Promise<PlaceOffer | null> {
  if (!media.isOpen(room)) await media.settle();
  if (!media.isOpen(room)) return null;

  try {
    return await plane.openPlace(media.ref(room), session);
  } catch (error) {
    log.warn({ visit: shortId(media.visit), error: String(error) }, 'a place could not be opened');
    return null;
  }
}

function answerFor(
  { plane, icePolicy, iceServersFor }: MediaContext,
  session: SessionId,
  { seat }: NonNullable<ReturnType<VisitMedia['placement']>>,
  offer: PlaceOffer,
): JoinAnswer {
  // Said in the answer, so that no notice of it needs to follow.
  if (seat) plane.seat(session, seat.since);

  return {
    seatedAt: seat?.since ?? null,
    routerRtpCapabilities: offer.routerRtpCapabilities,
    send: offer.send,
    receive: offer.receive,
    iceServers: seat ? iceServersFor(session) : [],
    iceTransportPolicy: icePolicy,
  };
}
