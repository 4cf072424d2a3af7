import { fileURLToPath } from 'node:url';
import { provideDependencies } from './provision/dependencies.mjs';
import { enter } from './provision/enter.mjs';
import { Failure } from './provision/failure.mjs';
import { provideFfmpeg } from './provision/programs.mjs';
import { provideWeb } from './provision/web.mjs';
import { provideWorker } from './provision/worker.mjs';

/** @typedef {Parameters<typeof provideWorker>[0]} Context */
/** @typedef {{ name: string, title: string, provide: (context: Context) => Promise<string | { outcome: string, warning?: boolean }> }} Step */
/** @type {readonly Step[]} */
const STEPS = [
  { name: 'packages', title: 'Packages', provide: provideDependencies },
  { name: 'worker', title: 'Media worker', provide: provideWorker },
  { name: 'ffmpeg', title: 'ffmpeg', provide: provideFfmpeg },
  { name: 'web', title: 'Web app', provide: provideWeb },
];

/** What `npm start` does before it starts the server; some of it when named. An image is made with this, step by step. */
await enter('prepare', fileURLToPath(import.meta.url), {
  prepare() {
    const wanted = process.argv.slice(2);
    const unknown = wanted.find((name) => !STEPS.some((step) => step.name === name));
    if (unknown) {
      throw new Failure(`There is no step ${unknown}. The steps are ${STEPS.map(({ name }) => name).join(', ')}.`);
    }
    return STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  },
  async run(steps, session) {
    for (const { title, provide } of steps) await session.step(title, (report) => provide({ ...session, report }));
    return 0;
  },
});
