import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A cable between devices and a server, which can be cut, or go dead without a word as a radio link does. */
export class Cable {
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  #dead = false;

  private constructor(target: number) {
    this.#server = createServer((near) => this.#splice(near, connect(target, '127.0.0.1')));
  }

  /** Lays a cable to that port of this machine. */
  static async lay(target: number): Promise<Cable> {
    const cable = new Cable(target);
    await new Promise<void>((resolve) => cable.#server.listen(0, '127.0.0.1', resolve));

    return cable;
  }

  get url(): string {
    const address: AddressInfo | string | null = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('No cable is laid');

    return `http://127.0.0.1:${address.port}`;
  }

  /** From now on nothing comes through, and neither end hears of it. */
  goDead(): void {
    this.#dead = true;
    for (const end of this.#ends) end.pause();
  }

  /** Ends every line at once. */
  cut(): void {
    for (const end of this.#ends) end.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #splice(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.add(from);
      from.on('data', (data) => !this.#dead && to.write(data));
      from.on('error', () => {});
      from.on('close', () => {
        this.#ends.delete(from);
        if (!this.#dead) to.destroy();
      });
    }
  }
}
