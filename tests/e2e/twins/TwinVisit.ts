import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import { workerOf } from '../../../server/src/media/mediasoup/WorkerPool.ts';
import { Desk } from '../../harness/Desk.ts';
import type { Product } from '../../harness/Product.ts';
import { Family } from '../people/Family.ts';
import type { Host } from '../people/Host.ts';
import { requestsOf } from '../people/requestsOf.ts';
import { type Heard, Recorder } from './Recorder.ts';

/** Those of one run. Whoever is on the other side comes only if there is another side. */
export interface Cast {
  readonly host: Host;
  readonly dana: Family;
  readonly ray: () => Promise<Family>;
}

/** One thing that somebody does: before the eyes of Dana, or on the other side. */
export interface Act {
  readonly side: 'here' | 'there';
  readonly name: string;
  readonly does: (cast: Cast) => Promise<unknown>;
}

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Ray Cole', role: 'parent', relationship: 'father' },
] as const;

/** Plans the visit with an order that keeps the two apart, and gives back their links. */
async function planned(product: Product, host: Host): Promise<ReadonlyMap<string, string>> {
  await host.page.goto('about:blank');
  const links = await host.plans(PEOPLE);
  const desk = new Desk(requestsOf(host.person.context, product.origin));
  const view = await desk.view(host.visit);
  const roster = view.screen === 'preparing' ? (view.console?.roster ?? []) : [];
  const [dana, ray] = PEOPLE.map(({ name }) => roster.find((entry) => entry.name === name)?.participant);
  if (dana === undefined || ray === undefined) throw new Error('Not on the roster');

  const against = { is: 'these', people: [ray] } as const;
  await desk.command(host.visit, { type: 'separation.order', participant: dana, against });

  return links;
}

/** Which media worker a visit is on depends on the visit alone (PRIV-5): each is called by how far it is from that one. */
function portNames({ media: { first, workers } }: Product, visit: VisitId): (port: number) => string | null {
  const own = workerOf(visit, workers);

  return (port) => {
    const worker = port - first;
    if (worker < 0 || worker >= workers) return null;

    return `port of the visit + ${(worker - own + workers) % workers}`;
  };
}

/** Plays these acts, or of the other side’s nothing, and resolves with all that reached Dana’s page. */
export async function played(
  product: Product,
  host: Host,
  acts: readonly Act[],
  isPlayed: (act: Act) => boolean,
): Promise<readonly Heard[]> {
  const links = await planned(product, host);
  const dana = await Family.with(links.get('Dana Hughes') ?? '', 'Dana Hughes', { hue: 120, pitch: 700 });
  const others: Promise<Family>[] = [];
  const ray = (): Promise<Family> => {
    const [known] = others;
    const one = known ?? Family.with(links.get('Ray Cole') ?? '', 'Ray Cole', { hue: 285, pitch: 2500 });
    if (known === undefined) others.push(one);

    return one;
  };
  const recorder = new Recorder(dana.page, portNames(product, host.visit));
  try {
    for (const act of acts)
      await recorder.during(act.name, async () => {
        if (isPlayed(act)) await act.does({ host, dana, ray });
      });
  } finally {
    await dana.close();
    for (const other of others) await (await other).close();
  }

  return recorder.heard();
}
