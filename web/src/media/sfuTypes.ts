import type * as protocol from '@doorstep/shared/protocol/media.ts';
import type {
  ConsumerOptions,
  IceParameters,
  RtpCapabilities,
  RtpParameters,
  TransportOptions,
} from 'mediasoup-client/types';

/*
 * The server passes on what mediasoup gave it, and the protocol leaves those values unread; the other way it reads what the library makes,
 * under names of its own. This is the one place where these two descriptions of the same RFCs meet; hence the casts.
 */

export const toRouterCapabilities = (joined: Pick<protocol.JoinAnswer, 'routerRtpCapabilities'>) =>
  joined.routerRtpCapabilities as RtpCapabilities;

export const fromCapabilities = (capabilities: RtpCapabilities) => capabilities as protocol.RtpCapabilities;

export const fromParameters = (parameters: RtpParameters) => parameters as protocol.RtpParameters;

export const toIceParameters = (answer: protocol.MediaAnswers['restartIce']) => answer.iceParameters as IceParameters;

export const toIceServers = (servers: readonly protocol.IceServer[]): RTCIceServer[] =>
  servers.map(({ urls, username, credential }) => ({ urls: [...urls], username, credential }));

type Transports = Pick<protocol.JoinAnswer, 'send' | 'receive' | 'iceServers' | 'iceTransportPolicy'>;

/** What mediasoup-client needs to build the sending or the receiving transport. */
export function toTransportOptions(joined: Transports, direction: 'send' | 'receive'): TransportOptions {
  return {
    ...(joined[direction] as Pick<TransportOptions, 'id' | 'iceParameters' | 'iceCandidates' | 'dtlsParameters'>),
    iceServers: toIceServers(joined.iceServers),
    iceTransportPolicy: joined.iceTransportPolicy,
  };
}

/** One stream id for a device's sound and picture, so that the browser keeps them in step. */
export function toConsumerOptions(offer: protocol.ConsumerOffer): ConsumerOptions {
  return {
    id: offer.id,
    producerId: offer.producer,
    kind: offer.kind,
    rtpParameters: offer.rtpParameters as ConsumerOptions['rtpParameters'],
    streamId: offer.session ?? 'warm-up',
  };
}

/** One's own picture, on its way back. */
export const toLoopedOptions = ({ consumer, producer, rtpParameters }: protocol.LoopBackAnswer): ConsumerOptions => ({
  id: consumer,
  producerId: producer,
  kind: 'video',
  rtpParameters: rtpParameters as ConsumerOptions['rtpParameters'],
  streamId: 'loop',
});
