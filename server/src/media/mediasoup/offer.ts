import type { TransportOffer } from '@doorstep/shared/protocol/media.ts';
import type { types } from 'mediasoup';

/** What a device has to know of a transport. */
export const offerOf = ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
}: types.WebRtcTransport): TransportOffer => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
});
