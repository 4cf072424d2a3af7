import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceOf } from '../../testing/personas.ts';
import { DEVICES_HERE, type SidedStep, storyOfTwoSides, twoSides } from '../../testing/twoSides.ts';
import type { VisitView } from '../viewShape.ts';

type Stream = readonly string[];

/** Everything that reaches the devices of this side, in its order: each new view, and the answer to each thing that they asked. */
function streamsHere(story: readonly SidedStep[], isPlayed: (step: SidedStep) => boolean): ReadonlyMap<string, Stream> {
  const script = twoSides();
  const streams = new Map<string, string[]>(DEVICES_HERE.map(([who, device]) => [deviceOf(who, device), []]));
  const look = (): void => {
    for (const [who, device] of DEVICES_HERE) {
      const stream = streams.get(deviceOf(who, device)) ?? [];
      const view: VisitView = script.viewOf(who, deviceOf(who, device));
      const said = JSON.stringify(view);
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
    streams.get(asker ?? '')?.push(`answer: ${refusal ?? 'ok'}`);
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

describe('two sides of one visit that must not learn of each other', () => {
  test('[PRIV-5] nothing that reaches one side depends on what the other side does', () => {
    fc.assert(
      fc.property(storyOfTwoSides, (story) => {
        const both = streamsHere(story, () => true);
        const alone = streamsHere(story, ({ side }) => side === 'here');
        for (const [device, stream] of both) expect(parting(stream, alone.get(device) ?? []), device).toBe(null);
      }),
      { numRuns: 400 },
    );
  });
});
