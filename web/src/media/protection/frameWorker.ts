import { FrameDesk } from './FrameDesk.ts';
import type { FlowOptions, FrameOrder, MediaFrame } from './frameOrders.ts';

/** The global scope of a dedicated worker, as far as it is used here: the page's own types know only the window's. */
interface WorkerScope {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<FrameOrder>) => void) | null;
  onrtctransform: ((event: { readonly transformer: Ends & { readonly options: FlowOptions } }) => void) | null;
}

declare const self: WorkerScope;

const desk = new FrameDesk((news) => self.postMessage(news));

/** The two ends of one sender or receiver. */
interface Ends {
  readonly readable: ReadableStream<MediaFrame>;
  readonly writable: WritableStream<MediaFrame>;
}

/**
 * Chromium joins these ends to their sender or receiver only a moment after it has handed them over, and until then holds them by nothing:
 * when it clears its memory in between, not one frame ever comes (seen in 156). So they are held here until the first has come.
 */
const notJoinedYet = new Set<Ends>();

/** Ends with its sender or receiver; there is nobody to tell. */
function pipe(flow: FlowOptions, ends: Ends): void {
  notJoinedYet.add(ends);
  ends.readable
    .pipeThrough(desk.pass(flow, () => notJoinedYet.delete(ends)))
    .pipeTo(ends.writable)
    .catch(() => {})
    .finally(() => notJoinedYet.delete(ends));
}

let orders: Promise<void> = Promise.resolve();

self.onmessage = ({ data }) => {
  if (data.order === 'pipe') pipe(data.flow, data);
  // An order that fails leaves things as they were: closed. Those after it count all the same.
  else orders = orders.then(() => desk.handle(data)).catch(() => {});
};
self.onrtctransform = ({ transformer }) => pipe(transformer.options, transformer);
self.postMessage({ news: 'ready' });
