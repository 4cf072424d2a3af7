// Loaded before the server by a test that must find it out: every room of a visit is on the next media worker, which has a port of its own.
import { registerHooks } from 'node:module';

const HONEST = 'this.#slots[workerOf(visit, this.#slots.length)]';
const LEAKY = 'this.#slots[(workerOf(visit, this.#slots.length) + nextOf(visit)) % this.#slots.length]';
const NEXT = `
const opened = new Map();
function nextOf(visit) {
  const before = opened.get(visit) ?? 0;
  opened.set(visit, before + 1);
  return before;
}
`;

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/media/mediasoup/WorkerPool.ts')) return loaded;

    const source = String(loaded.source);
    if (!source.includes(HONEST)) throw new Error('There is nothing here to make worse');

    return { ...loaded, source: source.replace(HONEST, LEAKY) + NEXT };
  },
});
