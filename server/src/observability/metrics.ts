import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** What is counted, read when somebody asks. Never who. */
export interface Counted {
  readonly visits: () => number;
  readonly line: () => { readonly connections: number; readonly answers: ReadonlyMap<string, number> };
  readonly media: () => {
    readonly [What in 'rooms' | 'transports' | 'producers' | 'consumers' | 'loops' | 'workerDeaths']: number;
  };
}

/** The figures for Prometheus: visits, connections, answers, media, and Node's own (event loop lag among them). */
export function createMetrics({ visits, line, media }: Counted): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'doorstep_' });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `doorstep_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });

  gauge('visits', 'Visits at work in this process', visits);
  gauge('connections', 'Devices connected', () => line().connections);
  for (const what of ['rooms', 'transports', 'producers', 'consumers', 'loops'] as const) {
    gauge(`media_${what}`, `Media ${what} that are open`, () => media()[what]);
  }
  gauge('media_worker_deaths', 'Media workers that died since the start', () => media().workerDeaths);
  new Counter({
    name: 'doorstep_answers_total',
    help: 'Messages by what came of them',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [outcome, times] of line().answers) this.inc({ outcome }, times);
    },
  });
  return registry;
}
