import type { CommandMessage } from '@doorstep/shared/protocol/commands.ts';
import type { MediaRequestType } from '@doorstep/shared/protocol/media.ts';
import type { CommandAnswer, MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { OpenWire, RequestOf, Wire, WireListener } from './wire.ts';

/** One connection under a test's control. */
class FakeWire implements Wire {
  readonly listener: WireListener;
  readonly attempt: number;
  readonly commands: CommandMessage[] = [];
  readonly #unanswered: ((answer: CommandAnswer | null) => void)[] = [];
  closed = false;

  constructor(listener: WireListener, attempt: number) {
    this.listener = listener;
    this.attempt = attempt;
  }

  command(message: CommandMessage): Promise<CommandAnswer | null> {
    this.commands.push(message);
    return new Promise((resolve) => this.#unanswered.push(resolve));
  }

  async media<Type extends MediaRequestType>(_request: RequestOf<Type>): Promise<MediaAnswer<Type> | null> {
    return null;
  }

  /** Answers the oldest command; null: no answer came in time. */
  answer(answer: CommandAnswer | null): void {
    this.#unanswered.shift()?.(answer);
  }

  close(): void {
    this.closed = true;
    for (const resolve of this.#unanswered.splice(0)) resolve(null);
  }

  /** The network is gone. */
  lose(): void {
    this.close();
    this.listener.closed(null);
  }
}

/** Keeps every connection that was opened, in order. */
export class FakeWires {
  readonly all: FakeWire[] = [];

  readonly open: OpenWire = (listener, attempt) => {
    const wire = new FakeWire(listener, attempt);
    this.all.push(wire);
    return wire;
  };

  get newest(): FakeWire {
    const wire = this.all.at(-1);
    if (wire === undefined) throw new Error('Nothing was opened');
    return wire;
  }
}
