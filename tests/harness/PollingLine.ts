import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';
import type { Seat } from './Device.ts';

/** A line over plain requests, on which nothing is asked for until the test asks. */
export class PollingLine {
  readonly #address: string;
  readonly #headers: Readonly<Record<string, string>>;

  /** After so many milliseconds without a beat the server has both ends hold the line for dead (Engine.IO protocol 4). */
  readonly deadAfter: number;

  private constructor(address: string, cookie: string, deadAfter: number) {
    this.#address = address;
    this.deadAfter = deadAfter;
    this.#headers = { cookie };
  }

  /** Opens the line, and says whose it is. */
  static async open(url: string, { cookie, session }: Seat): Promise<PollingLine> {
    const address = `${url}/socket.io/?EIO=4&transport=polling`;
    const answer = await (await fetch(address, { headers: { cookie } })).text();
    const [, sid = ''] = /"sid":"([^"]+)"/.exec(answer) ?? [];
    const told = (name: string) => Number(new RegExp(`"${name}":(\\d+)`).exec(answer)?.[1]);
    const line = new PollingLine(`${address}&sid=${sid}`, cookie, told('pingInterval') + told('pingTimeout'));
    await line.post(`40${JSON.stringify({ protocol: PROTOCOL_VERSION, session })}`);

    return line;
  }

  /** Sends one packet. */
  async post(packet: string): Promise<void> {
    await fetch(this.#address, { method: 'POST', body: packet, headers: this.#headers });
  }

  /** What the server has to say now, or as soon as it has something. */
  async poll(): Promise<string> {
    const packets = await (await fetch(this.#address, { headers: this.#headers })).text();
    if (packets.split('\u001E').includes('2')) await this.post('3');

    return packets;
  }
}
