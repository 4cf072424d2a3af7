import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';
import { DANA, RAY, SAM } from '@doorstep/shared/testing/personas.ts';
import { expect } from 'vitest';
import { CAPABILITIES, opus } from '../../server/src/media/fake/parameters.ts';
import type { Device, Seat } from './Device.ts';
import { LiveServer, type LiveServerSettings } from './LiveServer.ts';
import { LiveVisit } from './LiveVisit.ts';
import { RawLine } from './RawLine.ts';

/** Sends sound, receives it, and says by which ids. */
export async function withSound(device: Device, ssrc: number) {
  const joined = await device.media({ type: 'join' });
  if (!joined.ok) throw new Error(`No media: ${joined.refusal}`);
  const transport = joined.answer.send.id;
  await device.media({ type: 'receive', rtpCapabilities: CAPABILITIES });
  const produced = await device.media({ type: 'produce', transport, kind: 'audio', rtpParameters: opus(ssrc) });
  if (!produced.ok) throw new Error(`No sound: ${produced.refusal}`);

  return { transport, receiveTransport: joined.answer.receive.id, producer: produced.answer.id };
}

/**
 * A visit under way with sound: Amina hosts, Dana and Sam are inside, Ray knocks; and beside it another visit whose people must not
 * notice anything. Whoever attacks does so between `attacked` and its end.
 */
export class HostileStage {
  readonly server: LiveServer;
  readonly visit: LiveVisit;
  readonly host: Device;
  readonly dana: Device;
  readonly sam: Device;
  /** In the lobby. */
  readonly ray: Device;
  readonly #neighbours: Device;

  private constructor(
    parts: Pick<HostileStage, 'server' | 'visit' | 'host' | 'dana' | 'sam' | 'ray'> & { readonly neighbours: Device },
  ) {
    this.server = parts.server;
    this.visit = parts.visit;
    this.host = parts.host;
    this.dana = parts.dana;
    this.sam = parts.sam;
    this.ray = parts.ray;
    this.#neighbours = parts.neighbours;
  }

  static async open(settings: LiveServerSettings = {}): Promise<HostileStage> {
    const server = await LiveServer.open(settings);
    const { visit, host, deviceOf } = await LiveVisit.begin(server, DANA, SAM);
    const ray = await visit.connect(await visit.seatOf(RAY));
    await ray.command({ type: 'lobby.knock' });
    await ray.until(({ screen }) => screen === 'waiting');
    const { deviceOf: neighbour } = await LiveVisit.begin(server, DANA);

    return new HostileStage({
      server,
      visit,
      host,
      dana: deviceOf(DANA),
      sam: deviceOf(SAM),
      ray,
      neighbours: neighbour(DANA),
    });
  }

  /** Nothing of the visit or its media is another afterwards, nothing was logged as a fault, and other people are served as before. */
  async unchangedBy<Value>(attack: () => Promise<Value>): Promise<Value> {
    const before = await this.#everything();
    const value = await attack();
    expect(await this.#everything()).toEqual(before);
    await this.servesOthers();

    return value;
  }

  async servesOthers(): Promise<void> {
    expect(await this.#neighbours.command({ type: 'presence.setMedia', microphone: 'on', camera: 'off' })).toEqual({
      ok: true,
    });
    expect(this.server.errors).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  }

  /** A line of Ray's own with nothing read or written for it but its WebSocket frames, past the handshake. */
  async rawLineOf(seat: Seat): Promise<RawLine> {
    const line = await RawLine.open(this.server.url, { cookie: seat.cookie });
    line.send({ payload: `40${JSON.stringify({ protocol: PROTOCOL_VERSION, session: seat.session })}` });
    await expect.poll(() => line.received).toContain('"view"');

    return line;
  }

  /** Another tab of Ray's, whom nobody has let in. */
  async attacker(): Promise<Device> {
    return this.visit.connect(await this.visit.seatOf(RAY, randomUUID().padEnd(43, '0')));
  }

  async close(): Promise<void> {
    await this.server.close();
  }

  async #everything() {
    const { id } = this.visit;

    return {
      ...(await this.visit.everything()),
      media: this.server.plane.inventory(id),
      flows: this.server.plane.flows(),
    };
  }
}
