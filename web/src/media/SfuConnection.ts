import { no, ok, type Result } from '@doorstep/shared/lib/result.ts';
import type { ConsumerOffer, IceServer, JoinAnswer, MediaRefusal } from '@doorstep/shared/protocol/media.ts';
import type { GatewayRefusal, MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { ConnectionState, Device, Transport, TransportOptions } from 'mediasoup-client/types';
import { IceRecovery } from './IceRecovery.ts';
import { Publisher, type TrackKind } from './Publisher.ts';
import type { MediaProtection } from './protection/MediaProtection.ts';
import { Receiver, type ReceiverNeeds } from './Receiver.ts';
import { fromCapabilities, fromParameters, toIceServers, toTransportOptions } from './sfuTypes.ts';

type Refused = MediaRefusal | GatewayRefusal;

/** How long an empty room makes the first sending wait. */
const RECEIVE_FIRST_MS = 150;

export interface SfuConnectionNeeds extends Pick<ReceiverNeeds, 'request' | 'wantedOf' | 'onStreams'> {
  /** The device as it joined last; null the first time. */
  readonly known: Device | null;
  /** A device that has taken in what this router can do; the known one if it has. */
  readonly deviceFor: (joined: JoinAnswer) => Promise<Device>;
  readonly protection: MediaProtection;
  readonly onTrouble: (trouble: boolean) => void;
  /** How the transport stands on which the others are received; `new` to begin with. */
  readonly onReceiving: (state: ConnectionState) => void;
  /** Once: this connection is of no further use, and the device has to join again. */
  readonly onLost: () => void;
}

/**
 * What one `join` gave: two transports at the SFU and all that flows on them. It is never mended beyond finding a new path; when it is lost,
 * another takes its place.
 */
export class SfuConnection {
  readonly #needs: SfuConnectionNeeds;
  readonly #device: Device;
  readonly #send: Transport;
  readonly #receive: Transport;
  readonly #publisher: Publisher;
  readonly #receiver: Receiver;
  readonly #recovery: IceRecovery;
  #receiving: Promise<MediaAnswer<'receive'>> | null;
  #closed = false;

  /** Joins the room where the server has put this device. Offers may come before the connection is there, and are to be given to `take` then. */
  static async join(
    needs: SfuConnectionNeeds,
  ): Promise<Result<{ connection: SfuConnection; joined: JoinAnswer }, Refused>> {
    const joining = needs.request({ type: 'join' });
    // The server takes one after the other: saying both at once saves whoever moves to another room a round trip.
    const receiving = needs.known && askToReceive(needs, needs.known);
    const joined = await joining;
    if (!joined.ok) return no(joined.refusal);

    const device = await needs.deviceFor(joined.answer);
    const connection = new SfuConnection(needs, device, joined.answer, device === needs.known ? receiving : null);
    return ok({ connection, joined: joined.answer });
  }

  private constructor(
    needs: SfuConnectionNeeds,
    device: Device,
    joined: JoinAnswer,
    receiving: Promise<MediaAnswer<'receive'>> | null,
  ) {
    this.#needs = needs;
    this.#device = device;
    this.#receiving = receiving;
    this.#send = device.createSendTransport(this.#optionsFor(joined, 'send'));
    this.#receive = device.createRecvTransport(this.#optionsFor(joined, 'receive'));
    this.#signal(this.#send);
    this.#signal(this.#receive);
    this.#receive.on('connectionstatechange', needs.onReceiving);

    const onLost = () => this.#lose();
    this.#publisher = new Publisher(this.#send, needs.protection, onLost);
    this.#receiver = new Receiver({ ...needs, transport: this.#receive, onLost });
    this.#recovery = new IceRecovery({ ...needs, transports: [this.#send, this.#receive], onLost });
  }

  /** Says what this device can receive, and connects by the silent stream so that the first real one comes at once. False when refused. */
  async receive(): Promise<boolean> {
    this.#receiving ??= askToReceive(this.#needs, this.#device);
    const receiving = await this.#receiving;
    if (receiving.ok && receiving.answer.warmUp !== null) this.take(receiving.answer.warmUp);
    return receiving.ok;
  }

  take(offer: ConsumerOffer): void {
    this.#receiver.take(offer);
  }

  drop(consumer: string): void {
    this.#receiver.drop(consumer);
  }

  /** Admitted. Seeing the others comes first; sending, which is as much work for a phone, waits for it a moment. */
  async seat(iceServers: readonly IceServer[]): Promise<void> {
    await this.#learn(iceServers);
    await this.#receiver.firstFlow(RECEIVE_FIRST_MS);
    this.#publisher.allow();
  }

  /** What to send from now on. */
  want(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.#publisher.want(kind, track);
  }

  /** Tells the server again what this device wants to see and is ready for. */
  tellWishes(): void {
    this.#receiver.tellWishes();
  }

  /** The network or the line to the server changed: looks for a new path at once. */
  findNewPath(): void {
    this.#recovery.restart();
    this.#receiver.tellWishes();
  }

  /** Closes everything here; the tracks that were sent stay their owner's. */
  close(): void {
    if (this.#closed) return;

    this.#closed = true;
    this.#recovery.close();
    this.#send.close();
    this.#receive.close();
    this.#receiver.close();
    this.#publisher.close();
  }

  #optionsFor(joined: JoinAnswer, direction: 'send' | 'receive'): TransportOptions {
    return {
      ...toTransportOptions(joined, direction),
      additionalSettings: this.#needs.protection.transportSettings,
    };
  }

  #lose(): void {
    if (this.#closed) return;

    this.close();
    this.#needs.onLost();
  }

  /** Relays are known only now, after admission. A receiving transport that has no path yet gets another try with them. */
  async #learn(servers: readonly IceServer[]): Promise<void> {
    if (servers.length === 0 || this.#closed) return;

    const iceServers = toIceServers(servers);
    await Promise.all([this.#send.updateIceServers({ iceServers }), this.#receive.updateIceServers({ iceServers })]);
    if (this.#receive.connectionState !== 'connected') this.#recovery.restart();
  }

  #signal(transport: Transport): void {
    transport.on('connect', ({ dtlsParameters }, done) => {
      this.#recovery.use(transport);
      // Not waited for: meanwhile the path is looked for, which takes as long (RFC 8445), and only then DTLS needs the server to know this.
      done();
      void this.#needs.request({ type: 'connect', transport: transport.id, dtlsParameters }).then((connected) => {
        if (!connected.ok) this.#lose();
      });
    });
    transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
      void this.#needs
        .request({ type: 'produce', transport: transport.id, kind, rtpParameters: fromParameters(rtpParameters) })
        .then((produced) => {
          if (produced.ok) done({ id: produced.answer.id });
          else failed(new Error(produced.refusal));
        });
    });
  }
}

const askToReceive = (
  { request }: Pick<SfuConnectionNeeds, 'request'>,
  { recvRtpCapabilities }: Device,
): Promise<MediaAnswer<'receive'>> =>
  request({ type: 'receive', rtpCapabilities: fromCapabilities(recvRtpCapabilities) });
