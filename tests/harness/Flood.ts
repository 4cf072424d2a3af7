import { Worker } from 'node:worker_threads';
import type { Seat } from './Device.ts';

interface WhatFloods {
  readonly payload: string;
  readonly times: number;
}

export interface Flood {
  /** Sends everything as fast as the line takes it. */
  readonly begin: () => void;
  /** Milliseconds from the beginning until the server ended the line. */
  readonly cutAfter: () => Promise<number>;
}

/** A line of that seat's in a thread of its own, so that what it costs is the server's to bear and not the attacker's. */
export async function beginFlood(url: string, seat: Seat, what: WhatFloods): Promise<Flood> {
  const worker = new Worker(new URL('./floodWorker.ts', import.meta.url), { workerData: { url, ...seat, ...what } });
  const next = () =>
    new Promise<number>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  await next();
  const cut = next();

  return { begin: () => worker.postMessage('begin'), cutAfter: () => cut };
}
