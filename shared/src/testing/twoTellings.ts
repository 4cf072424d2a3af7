import type { ParticipantId, SessionId } from '../visit/ids.ts';
import { mediaPlan } from '../visit/mediaPlan.ts';
import type { RefusalCode } from '../visit/refusals.ts';
import type { Visit } from '../visit/visit.ts';
import { withKeys } from './hereArbitraries.ts';
import { deviceOf } from './personas.ts';
import type { Script } from './script.ts';
import {
  betweenTheSides,
  devicesHere,
  isToldHere,
  type SidedStep,
  type Sides,
  type Story,
  twoSides,
} from './twoSides.ts';

/** What a server sends to a device of this side: its view, whose media it is given, and the answers to what it asked. */
export interface Server {
  readonly view: (script: Script, who: ParticipantId, session: SessionId) => unknown;
  readonly media: (script: Script, session: SessionId) => unknown;
  readonly answer: (script: Script, refusal: RefusalCode | null) => string;
}

/** What our server sends: what the domain says. */
export const ours: Server = {
  view: (script, who, session) => script.viewOf(who, session),
  media: ({ current }, session) =>
    mediaPlan(current).rooms.find(({ seats }) => seats.some((seat) => seat.session === session))?.seats ?? null,
  answer: (_script, refusal) => refusal ?? 'ok',
};

/** One step as this side heard of it, and what the two sides have between them after it. */
interface Moment {
  readonly heard: readonly string[];
  readonly between: string | null;
}

/** Looks again at what is new on each device of this side: another view, other media. */
function onlooker(server: Server, script: Script, sides: Sides): () => readonly string[] {
  const last = new Map<string, string>();
  const news = (key: string, said: string): readonly string[] => {
    if (last.get(key) === said) return [];

    last.set(key, said);
    return [`${key}: ${said}`];
  };
  let looked: unknown = null;

  return () => {
    if (script.current === looked) return [];

    looked = script.current;
    return devicesHere(sides).flatMap(([who, device]) => {
      const session = deviceOf(who, device);

      return [
        ...news(`${session} sees`, JSON.stringify(server.view(script, who, session))),
        ...news(`${session} receives`, JSON.stringify(server.media(script, session))),
      ];
    });
  };
}

/** The story from the beginning, step by step, with the answer to each thing that was asked on this side. */
function told(
  server: Server,
  { sides, steps }: Story,
  isPlayed: (step: SidedStep, visit: Visit) => boolean,
): readonly Moment[] {
  const script = twoSides(sides);
  const look = onlooker(server, script, sides);
  const moment = (heard: readonly string[]): Moment => ({ heard, between: betweenTheSides(script.current, sides) });
  const begin = moment(look());

  return [
    begin,
    ...steps.map((step) => {
      // Time passes on both sides.
      if (!isPlayed(step, script.current)) {
        script.pass(step.wait ?? 0);
        return moment([]);
      }
      const refusal = script.attempt({ ...step, command: withKeys(step.command, script.current) });
      const asker = step.actor.kind === 'person' ? step.actor : null;
      const isOurs = asker !== null && sides.here.includes(asker.participant);

      return moment([
        ...(isOurs ? [`${asker.session} is answered: ${server.answer(script, refusal)}`] : []),
        ...look(),
      ]);
    }),
  ];
}

/** Up to where what the two sides have between them is the same in both tellings. */
export const alike = (one: readonly Moment[], other: readonly Moment[]): number => {
  const parting = one.findIndex(({ between }, at) => between === null || between !== other[at]?.between);

  return parting === -1 ? one.length : parting;
};

/** Where two lines part: what stands at the first letter that differs. */
function letters(one: string, other: string): string {
  const at = [...one].findIndex((char, index) => char !== other[index]);

  return `…${one.slice(Math.max(0, at - 90), at + 60)}… and …${other.slice(Math.max(0, at - 90), at + 60)}…`;
}

/** What the first thing is that differs; null when nothing does. */
function difference(one: readonly Moment[], other: readonly Moment[]): string | null {
  for (let at = 0; at < alike(one, other); at += 1) {
    const [a, b] = [one[at]?.heard.join('\n') ?? '', other[at]?.heard.join('\n') ?? ''];
    if (a !== b) return `after ${at} steps: ${letters(a, b)}`;
  }

  return null;
}

/** What the other side does is left out. */
const toldHere = (server: Server, story: Story): readonly Moment[] =>
  told(server, story, (step, visit) => isToldHere(step, visit, story.sides));

/** What the first thing is that this side hears otherwise when the other one’s acts are left out; null when there is nothing. */
export const differenceIn = (server: Server, story: Story): string | null =>
  difference(
    told(server, story, () => true),
    toldHere(server, story),
  );

/** How much of a story is compared: the share of its steps until the two sides lawfully learn of each other, 0 to 1. */
export function compared(story: Story): number {
  const both = told(ours, story, () => true);

  return alike(both, toldHere(ours, story)) / both.length;
}
