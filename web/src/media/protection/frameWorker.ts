import { FrameDesk } from './FrameDesk.ts';
import type { FlowOptions, FrameOrder, MediaFrame } from './frameOrders.ts';

/** The global scope of a dedicated worker, as far as it is used here: the page's own types know only the window's. */
interface WorkerScope {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<FrameOrder>) => void) | null;
  onrtctransform:
    | ((event: {
        readonly transformer: {
          readonly options: FlowOptions;
          readonly readable: ReadableStream<MediaFrame>;
          readonly writable: WritableStream<MediaFrame>;
        };
      }) => void)
    | null;
}

declare const self: WorkerScope;

const desk = new FrameDesk((news) => self.postMessage(news));

/** Ends with its sender or receiver; there is nobody to tell. */
const pipe = (flow: FlowOptions, readable: ReadableStream<MediaFrame>, writable: WritableStream<MediaFrame>): void => {
  readable
    .pipeThrough(desk.pass(flow))
    .pipeTo(writable)
    .catch(() => {});
};

let orders: Promise<void> = Promise.resolve();

self.onmessage = ({ data }) => {
  if (data.order === 'pipe') pipe(data.flow, data.readable, data.writable);
  // An order that fails leaves things as they were: closed. Those after it count all the same.
  else orders = orders.then(() => desk.handle(data)).catch(() => {});
};
self.onrtctransform = ({ transformer }) => pipe(transformer.options, transformer.readable, transformer.writable);
self.postMessage({ news: 'ready' });
