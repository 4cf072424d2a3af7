/** How long a second `npm start` takes from the command to the first answer, everything being prepared. The aim: under ten seconds. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartedProject } from '../start/StartedProject.ts';
import { load, spread } from './measure/figures.ts';

const TRIALS = Number(process.env.TRIALS ?? 3);

const data = await mkdtemp(join(tmpdir(), 'doorstep-start-'));
const took: number[] = [];
for (let trial = 0; trial <= TRIALS; trial += 1) {
  const project = new StartedProject(['--data', data, '--port', '0'], {});
  const seconds = (await project.untilItAnswers()) / 1_000;
  // The first one makes the database.
  if (trial > 0) took.push(seconds);
  await project.stop();
}
await rm(data, { recursive: true });
console.log(`Start: command → first answer            ${spread(took, 's', 1)}   (${load()})`);
