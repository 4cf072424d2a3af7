import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one producer sent through the server. */
export interface Tapped {
  readonly kind: 'audio' | 'video';
  /** RTP's, as the packets carry it. */
  readonly payloadType: number;
  /** RTP packets as the server had them in its hands, in the order in which it passes them on. */
  readonly packets: readonly Buffer[];
}

/** Takes all media out of the server, as an operator or an intruder with full power over it could. */
export class Tap {
  /** Of the server that is tapped. */
  readonly env: Readonly<Record<string, string>>;
  readonly #folder: string;
  /** Packets of each producer that are of no interest any more. */
  readonly #passed = new Map<string, number>();

  private constructor(folder: string) {
    this.#folder = folder;
    const inServer = new URL('../../harness/mediaTap.ts', import.meta.url).href;
    this.env = { MEDIA_TAP: folder, NODE_OPTIONS: `--import=${inServer}` };
  }

  static async make(): Promise<Tap> {
    return new Tap(await mkdtemp(join(tmpdir(), 'doorstep-tap-')));
  }

  /** Everything taken since the beginning, or since `beginsAnew`; producers of which nothing came are left out. */
  async taken(): Promise<readonly Tapped[]> {
    const all = await this.#read();

    return all
      .map(({ name, packets, ...stream }) => ({ ...stream, packets: packets.slice(this.#passed.get(name) ?? 0) }))
      .filter(({ packets }) => packets.length > 0);
  }

  /** What was taken so far is left aside. */
  async beginsAnew(): Promise<void> {
    for (const { name, packets } of await this.#read()) this.#passed.set(name, packets.length);
  }

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  async #read(): Promise<readonly (Tapped & { readonly name: string })[]> {
    const names = await readdir(this.#folder);

    return Promise.all(
      names.map(async (name) => ({
        name,
        kind: name.startsWith('audio') ? ('audio' as const) : ('video' as const),
        payloadType: Number(name.split('-')[1]),
        packets: packetsIn(await readFile(join(this.#folder, name))),
      })),
    );
  }
}

/** The last one may not be written whole yet. */
function packetsIn(bytes: Buffer): readonly Buffer[] {
  const packets: Buffer[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length) break;
    packets.push(bytes.subarray(at + 2, end));
    at = end;
  }

  return packets;
}
