import { no, ok, type Result } from '@doorstep/shared/lib/result.ts';
import type { LoopBackAnswer } from '@doorstep/shared/protocol/media.ts';
import type { Device, Transport } from 'mediasoup-client/types';
import type { VisitClient } from '../visit/VisitClient.ts';
import type { LineSample } from './lineGrade.ts';
import { lineSampleFrom } from './lineStats.ts';
import type { Loop } from './NetworkChecking.ts';
import {
  fromCapabilities,
  fromParameters,
  toLoopedOptions,
  toRouterCapabilities,
  toTransportOptions,
} from './sfuTypes.ts';

/** Bits per second at the most: sound and the large picture at its most (sending.ts). */
const TRIED_BITRATE = 600_000;
/** To begin with: less, and a good line is still climbing when it is measured; all of it, and a thin line chokes for seconds. */
const FIRST_BITRATE = 450_000;

export interface NetworkLoopNeeds {
  readonly request: VisitClient['request'];
  /** Fetches the media library; rejects with `UnsupportedError` where the browser cannot take part. */
  readonly newDevice: () => Promise<Device>;
  readonly now: () => number;
}

/** One's own picture on its way to the SFU and back, on two transports that are for nothing else. */
export class NetworkLoop implements Loop {
  readonly #needs: NetworkLoopNeeds;
  readonly #send: Transport;
  readonly #receive: Transport;
  readonly #device: Device;
  #closed = false;

  /** Nothing flows before `start`. No answer from the server is no path to it. */
  static async open(needs: NetworkLoopNeeds): Promise<Result<NetworkLoop, 'refused' | 'noPath'>> {
    const [opened, device] = await Promise.all([needs.request({ type: 'openLoop' }), needs.newDevice()]);
    if (!opened.ok) return no(opened.refusal === 'unavailable' ? 'noPath' : 'refused');

    await device.load({ routerRtpCapabilities: toRouterCapabilities(opened.answer) });
    const options = { ...opened.answer, iceServers: [] };
    const send = device.createSendTransport(toTransportOptions(options, 'send'));
    const receive = device.createRecvTransport(toTransportOptions(options, 'receive'));

    return ok(new NetworkLoop(needs, device, { send, receive }));
  }

  private constructor(
    needs: NetworkLoopNeeds,
    device: Device,
    { send, receive }: { readonly send: Transport; readonly receive: Transport },
  ) {
    this.#needs = needs;
    this.#device = device;
    this.#send = send;
    this.#receive = receive;
    for (const transport of [send, receive]) {
      transport.on('connect', ({ dtlsParameters }, done, failed) => {
        void needs.request({ type: 'connect', transport: transport.id, dtlsParameters }).then((connected) => {
          if (connected.ok) done();
          else failed(new Error(connected.refusal));
        });
      });
    }
  }

  async start(track: MediaStreamTrack): Promise<void> {
    const looped = new Promise<LoopBackAnswer>((resolve) => this.#signalProduce(resolve));
    await this.#send.produce({
      track,
      stopTracks: false,
      encodings: [{ maxBitrate: TRIED_BITRATE }],
      codecOptions: { videoGoogleStartBitrate: FIRST_BITRATE / 1000 },
    });
    await this.#receive.consume(toLoopedOptions(await looped));
  }

  async sample(): Promise<LineSample> {
    const [sent, received] = await Promise.all([this.#send.getStats(), this.#receive.getStats()]);

    return lineSampleFrom(this.#needs.now(), sent, received);
  }

  close(): void {
    if (this.#closed) return;

    this.#closed = true;
    this.#send.close();
    this.#receive.close();
    void this.#needs.request({ type: 'closeLoop' });
  }

  #signalProduce(onLooped: (looped: LoopBackAnswer) => void): void {
    this.#send.on('produce', ({ rtpParameters }, done, failed) => {
      const rtpCapabilities = fromCapabilities(this.#device.recvRtpCapabilities);
      void this.#needs
        .request({ type: 'loopBack', rtpParameters: fromParameters(rtpParameters), rtpCapabilities })
        .then((looped) => {
          if (!looped.ok) return failed(new Error(looped.refusal));

          onLooped(looped.answer);
          done({ id: looped.answer.producer });
        });
    });
  }
}
