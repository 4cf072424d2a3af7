import type { ConnectionState } from 'mediasoup-client/types';

/** A new line on which nothing has begun to come by then has nothing to bring. */
const NOTHING_TO_BRING_MS = 3_000;

/** Whether what the others say can reach this device, from what the transport that receives it says of itself. */
export class ReceivingLine {
  readonly #tell: (isUp: boolean) => void;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (isUp: boolean) => void) {
    this.#tell = tell;
  }

  /** A transport begins as `new` and stays it until there is something to receive: in an empty room, for as long as that is empty. */
  hear(state: ConnectionState): void {
    clearTimeout(this.#settling);
    if (state === 'new') this.#settling = setTimeout(() => this.#tell(true), NOTHING_TO_BRING_MS);
    else this.#tell(state === 'connected');
  }

  /** There was a transport, and another has to be found. */
  lost(): void {
    clearTimeout(this.#settling);
    this.#tell(false);
  }

  /** Nothing is to be received any more. */
  end(): void {
    clearTimeout(this.#settling);
    this.#tell(true);
  }
}
