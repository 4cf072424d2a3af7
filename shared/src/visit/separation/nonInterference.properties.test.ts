import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceOf } from '../../testing/personas.ts';
import type { Script } from '../../testing/script.ts';
import { DEVICES_HERE, type SidedStep, storyOfTwoSides, twoSides } from '../../testing/twoSides.ts';
import type { ParticipantId, SessionId } from '../ids.ts';
import type { RefusalCode } from '../refusals.ts';

/** Each is a whole visit, twice. */
const STORIES = 2_000;
/** In milliseconds; only a machine that is busy with other tests takes any of it. */
const PATIENCE = 240_000;

type Stream = readonly string[];

/** What a server sends to a device of this side: its view, and the answers to what it asked. */
interface Server {
  readonly view: (script: Script, who: ParticipantId, session: SessionId) => unknown;
  readonly answer: (script: Script, refusal: RefusalCode | null) => string;
}

const ours: Server = {
  view: (script, who, session) => script.viewOf(who, session),
  answer: (_script, refusal) => refusal ?? 'ok',
};

/** Everything that reaches the devices of this side, in its order: each new view, and the answer to each thing that they asked. */
function streamsHere(
  server: Server,
  story: readonly SidedStep[],
  isPlayed: (step: SidedStep) => boolean,
): ReadonlyMap<string, Stream> {
  const script = twoSides();
  const streams = new Map<string, string[]>(DEVICES_HERE.map(([who, device]) => [deviceOf(who, device), []]));
  let looked: unknown = null;
  const look = (): void => {
    if (script.current === looked) return;

    looked = script.current;
    for (const [who, device] of DEVICES_HERE) {
      const stream = streams.get(deviceOf(who, device)) ?? [];
      const said = JSON.stringify(server.view(script, who, deviceOf(who, device)));
      if (stream.findLast((line) => line.startsWith('{')) !== said) stream.push(said);
    }
  };

  look();
  for (const step of story) {
    // Time passes on both sides.
    if (!isPlayed(step)) {
      script.pass(step.wait ?? 0);
      continue;
    }
    const refusal = script.attempt(step);
    const asker = step.actor.kind === 'person' ? step.actor.session : null;
    streams.get(asker ?? '')?.push(`answer: ${server.answer(script, refusal)}`);
    look();
  }

  return streams;
}

/** Where two streams part: what stands at the first letter that differs. Null when they never do. */
function parting(one: Stream, other: Stream): string | null {
  const at = one.findIndex((line, place) => line !== other[place]);
  const place = at === -1 && one.length < other.length ? one.length : at;
  if (place === -1) return null;

  const [a, b] = [one[place] ?? 'nothing', other[place] ?? 'nothing'];
  const letter = [...a].findIndex((char, index) => char !== b[index]);

  return `line ${place}: …${a.slice(Math.max(0, letter - 90), letter + 60)}… and …${b.slice(Math.max(0, letter - 90), letter + 60)}…`;
}

const neverParts = (server: Server) =>
  fc.property(storyOfTwoSides, (story) => {
    const both = streamsHere(server, story, () => true);
    const alone = streamsHere(server, story, ({ side }) => side === 'here');
    for (const [device, stream] of both) expect(parting(stream, alone.get(device) ?? []), device).toBe(null);
  });

describe('two sides of one visit that must not learn of each other', () => {
  test(
    '[PRIV-5] [PLAN-10] [SAFE-2] what the other side does changes no byte of anything that reaches this one',
    () => {
      fc.assert(neverParts(ours), { numRuns: STORIES });
    },
    PATIENCE,
  );

  /** Servers that tell too much, each in one way in which such systems have done it. */
  const leaky: readonly (readonly [string, Partial<Server>])[] = [
    [
      'a counter of all changes',
      { view: (script, who, id) => ({ ...script.viewOf(who, id), version: script.current.version }) },
    ],
    [
      'how many devices there are',
      { view: (script, who, id) => ({ ...script.viewOf(who, id), devices: script.current.sessions.size }) },
    ],
    [
      'a list of all rooms',
      { view: (script, who, id) => ({ ...script.viewOf(who, id), rooms: [...script.current.rooms.keys()] }) },
    ],
    [
      'what was written in any room',
      {
        view: (script, who, id) => ({
          ...script.viewOf(who, id),
          words: [...script.current.rooms.values()].map(({ words }) => words),
        }),
      },
    ],
    [
      'when anybody last came, went or spoke',
      { view: (script, who, id) => ({ ...script.viewOf(who, id), changedAt: script.log.at(-1)?.at }) },
    ],
    [
      'what every device encrypts with',
      { view: (script, who, id) => ({ ...script.viewOf(who, id), keys: [...script.current.protections] }) },
    ],
    [
      'when pictures were compared in any room',
      {
        view: (script, who, id) => ({
          ...script.viewOf(who, id),
          compared: [...script.current.comparisons.values()].map(({ at }) => at),
        }),
      },
    ],
    [
      'in a refusal, who is in the way',
      {
        answer: ({ current }, refusal) =>
          refusal === null
            ? 'ok'
            : `${refusal} ${[...current.sessions.values()].filter(({ standing }) => standing.is === 'seated').length}`,
      },
    ],
  ];

  test.each(leaky)('[PRIV-5] a server that told %s is found out', (_what, leak) => {
    expect(fc.check(neverParts({ ...ours, ...leak }), { numRuns: 200, endOnFailure: true }).failed).toBe(true);
  });
});
