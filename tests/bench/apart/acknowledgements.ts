import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import { Device } from '../../harness/Device.ts';
import { Office } from '../../harness/Office.ts';
import { openLink } from '../../harness/openLink.ts';
import type { Product } from '../../harness/Product.ts';

/** How much the other side does meanwhile: nothing, what one person’s hand does, or all that the server lets three devices say. */
const LOUDNESS = ['nothing', 'aHand', 'all'] as const;
type Loudness = (typeof LOUDNESS)[number];

/** In milliseconds, by how loud the other side was: of what changes something, which is in the database before it is acknowledged, and of what is refused. */
export type Took = Readonly<Record<Loudness, { readonly changed: number[]; readonly refused: number[] }>>;

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent' },
  { name: 'Ray Cole', role: 'parent' },
] as const;
/** Of each spell: so many are refused; each of so many of them comes with a change. */
const ASKED = 40;
const CHANGE_EACH = 10;
/** In milliseconds: between two of her acts, and between two of each device on the other side. */
const EVERY = 60;
const BETWEEN: Readonly<Record<Loudness, number>> = { nothing: 0, aHand: 1_000, all: EVERY };

const wait = (forMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, forMs));
const REFUSED: ClientCommand = { type: 'room.leave' };
const camera = (isOn: boolean): ClientCommand => ({
  type: 'presence.setMedia',
  microphone: 'on',
  camera: isOn ? 'on' : 'off',
});

async function timed(device: Device, command: ClientCommand): Promise<number> {
  const asked = performance.now();
  await device.command(command);

  return performance.now() - asked;
}

/** Says things until it is stopped: by turns something that changes, as often as that is let through, and something that is refused. */
function talks(device: Device, every: number): () => Promise<void> {
  let isOver = every === 0;
  const going = (async () => {
    for (let time = 0; !isOver; time += 1) {
      await device.command(time % 2 === 0 ? camera(time % 4 === 0) : REFUSED);
      await wait(every);
    }
  })();

  return () => {
    isOver = true;
    return going;
  };
}

/** Two people who are kept apart, each inside, and two more devices of the other at the door. */
async function begun(product: Product): Promise<{ readonly dana: Device; readonly others: readonly Device[] }> {
  const office = await Office.signIn(product.origin);
  const visit = await office.desk.plan(PEOPLE);
  const view = await office.desk.view(visit);
  const roster = view.screen === 'preparing' ? (view.console?.roster ?? []) : [];
  const [participant, ray] = PEOPLE.map(({ name }) => roster.find((entry) => entry.name === name)?.participant);
  if (participant === undefined || ray === undefined) throw new Error('Not on the roster');

  await office.desk.command(visit, { type: 'separation.order', participant, against: { is: 'these', people: [ray] } });
  const host = await Device.connect(product.origin, await office.takePlace(visit));
  for (const type of ['visit.start', 'presence.enter'] as const) await host.insist({ type });
  const opens = async (name: string): Promise<Device> =>
    Device.connect(product.origin, await openLink(await office.desk.linkFor(visit, name)));
  const inside = async (name: string): Promise<Device> => {
    const device = await opens(name);
    await device.insist({ type: 'lobby.knock' });
    await host.insist({ type: 'lobby.admit', session: device.seat.session });

    return device;
  };
  const dana = await inside('Dana Hughes');

  return { dana, others: [await inside('Ray Cole'), await opens('Ray Cole'), await opens('Ray Cole')] };
}

/** So many spells of each loudness by turns, so that whatever else the machine does falls on all of them. */
export async function acknowledgements(product: Product, spells: number): Promise<Took> {
  const { dana, others } = await begun(product);
  const took: Took = {
    nothing: { changed: [], refused: [] },
    aHand: { changed: [], refused: [] },
    all: { changed: [], refused: [] },
  };
  for (let spell = 0; spell < spells; spell += 1) {
    for (const loudness of LOUDNESS) {
      const stops = others.map((other) => talks(other, BETWEEN[loudness]));
      for (let time = 0; time < ASKED; time += 1) {
        await wait(EVERY);
        took[loudness].refused.push(await timed(dana, REFUSED));
        if (time % CHANGE_EACH === 0)
          took[loudness].changed.push(await timed(dana, camera((time / CHANGE_EACH) % 2 === 1)));
      }
      await Promise.all(stops.map((stop) => stop()));
    }
  }
  for (const device of [dana, ...others]) device.close();

  return took;
}
