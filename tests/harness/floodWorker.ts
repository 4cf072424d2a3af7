import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';
import { bytesOf, RawLine } from './RawLine.ts';

interface Given {
  readonly url: string;
  readonly cookie: string;
  readonly session: string;
  readonly payload: string;
  readonly times: number;
}

/** Says that its line stands, waits for the word, floods, and says how long it took to be cut off. */
async function flood({ url, cookie, session, payload, times }: Given): Promise<void> {
  const line = await RawLine.open(url, { cookie });
  line.answersClose = false;
  line.send({ payload: `40${JSON.stringify({ protocol: PROTOCOL_VERSION, session })}` });
  while (!line.received.includes('"view"')) await pause(5);

  const bytes = bytesOf({ payload });
  const told = new Promise<void>((resolve) => parentPort?.once('message', () => resolve()));
  parentPort?.postMessage(0);
  await told;

  const begun = performance.now();
  for (let n = 0; n < times; n += 1) line.write(bytes);
  await line.ended;
  parentPort?.postMessage(performance.now() - begun);
}

await flood(workerData);
