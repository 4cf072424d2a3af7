import { EventEmitter } from 'node:events';
import { DANA } from '@doorstep/shared/testing/personas.ts';
import { underWay } from '@doorstep/shared/testing/script.ts';
import { expect, test } from 'vitest';
import { Outbox } from './Outbox.ts';

/** An engine.io socket as far as an outbox goes: what is written waits until the transport is free. */
class SlowLine extends EventEmitter {
  readonly transport = { writable: true };
  readonly sent: number[] = [];
  #buffer: number[] = [];

  write(sequence: number, length: number): void {
    this.emit('packetCreate', { data: 'x'.repeat(length) });
    this.#buffer.push(sequence);
    this.flush();
  }

  flush(): void {
    if (!this.transport.writable || this.#buffer.length === 0) return;

    this.emit('flush');
    this.sent.push(...this.#buffer);
    this.#buffer = [];
    this.transport.writable = false;
    this.emit('drain');
  }

  readerCatchesUp(): void {
    this.transport.writable = true;
    this.flush();
  }
}

function stage() {
  const line = new SlowLine();
  let overflows = 0;
  const shown: unknown[] = [];
  const outbox = new Outbox({
    line,
    send: ({ sequence, view }) => {
      shown.push(view);
      line.write(sequence, 100);
    },
    overflow: () => {
      overflows += 1;
    },
  });

  return { line, outbox, shown, overflows: () => overflows };
}

test('a reader who keeps up gets every view, numbered from one', () => {
  const { line, outbox } = stage();
  const one = underWay().viewOf(DANA);
  for (let n = 0; n < 3; n += 1) {
    outbox.show(one);
    line.readerCatchesUp();
  }

  expect(line.sent).toEqual([1, 2, 3]);
});

test('a reader who does not gets what is under way, and then only the newest', () => {
  const { line, outbox, shown } = stage();
  const views = Array.from({ length: 50 }, () => underWay().viewOf(DANA));
  for (const one of views) outbox.show(one);
  expect(shown).toEqual([views[0], views[1]]);

  line.readerCatchesUp();
  line.readerCatchesUp();
  line.readerCatchesUp();
  expect(shown).toHaveLength(3);
  expect(shown[2]).toBe(views[49]);
});

test('[PRIV-5] what is kept back until an answer is due goes with it, the newest alone; of two answers with the later one', () => {
  const { outbox, shown } = stage();
  const [first, second] = [underWay().viewOf(DANA), underWay().viewOf(DANA)];
  const [earlier, later] = [outbox.hold(), outbox.hold()];
  outbox.show(first);
  outbox.show(second);
  earlier();
  expect(shown).toEqual([]);

  later();
  expect(shown).toHaveLength(1);
  expect(shown[0]).toBe(second);
});

test('[SAFE-6] a reader who lets a megabyte pile up is let go', () => {
  const { line, overflows } = stage();
  line.write(1, 900_000);
  for (let n = 0; n < 9; n += 1) line.write(2, 100_000);
  expect(overflows()).toBe(0);

  line.write(3, 200_000);
  expect(overflows()).toBe(1);
});
