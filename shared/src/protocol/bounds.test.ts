import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { AMINA, DANA, from } from '../testing/personas.ts';
import { PROBES } from '../testing/probes.ts';
import { underWay } from '../testing/script.ts';
import type { Actor } from '../visit/actor.ts';
import { clientCommand, commandMessage, LIMITS, toVisitCommand } from './commands.ts';
import { joinRequest, newVisit, quickExitRequest, staffCommand } from './http.ts';
import { handshake } from './socket.ts';

type Node = Readonly<Record<string, unknown>>;
interface Leaf {
  readonly path: string;
  readonly node: Node;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const shapeOf = (schema: z.ZodMiniType): Node => ({
  ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
});

/** Every part of a shape that a sender could fill as they like, by where it stands. */
function leavesOf(node: unknown, path = ''): readonly Leaf[] {
  if (!isNode(node)) return [];

  const own = ['string', 'array'].includes(String(node.type)) ? [{ path, node }] : [];

  return [...own, ...Object.entries(node).flatMap(([key, part]) => leavesOf(part, `${path}/${key}`))];
}

const isBounded = ({ type, enum: words, const: word, pattern, maxLength, maxItems }: Node): boolean => {
  if (type === 'array') return typeof maxItems === 'number' && maxItems <= 30;

  return (
    words !== undefined || word !== undefined || /\{\d+,\d+\}\$$/.test(String(pattern)) || Number(maxLength) <= 2_048
  );
};

test.each([
  ['a command', commandMessage],
  ['a command from a desk', staffCommand],
  ['a new visit', newVisit],
  ['a link', joinRequest],
  ['a quick exit', quickExitRequest],
  ['a handshake', handshake],
])('[SAFE-6] nothing in %s is as long as its sender likes', (_what, schema) => {
  const leaves = leavesOf(shapeOf(schema));
  expect(leaves.length).toBeGreaterThan(0);
  expect(leaves.filter(({ node }) => !isBounded(node)).map(({ path }) => path)).toEqual([]);
});

/** Every command with each of its texts, one at a time, replaced by another; `longest` is what that text may be. */
const withTexts = (text: (longest: number) => string) =>
  Object.values(PROBES)
    .map((probe) => probe('some-id'))
    .flatMap((command) =>
      textsIn(command).map(([path, longest]) => [path, replaced(command, path.split('.'), text(longest))] as const),
    );

const LONGEST: Readonly<Record<string, number>> = { ...LIMITS, words: LIMITS.caseWords };
const LONGEST_WORDS: Readonly<Record<string, number>> = {
  'visit.end': LIMITS.endWords,
  'space.end': LIMITS.endWords,
  'room.tell': LIMITS.roomWords,
  'space.cover': LIMITS.roomWords,
};
const longestOf = (command: unknown, name: string): number | undefined =>
  (name === 'words' && isNode(command) ? LONGEST_WORDS[String(command.type)] : undefined) ?? LONGEST[name];

function textsIn(
  command: unknown,
  part: unknown = command,
  path: readonly string[] = [],
): readonly (readonly [string, number])[] {
  if (!isNode(part)) return [];

  return Object.entries(part).flatMap(([name, value]) => {
    const longest = longestOf(command, name);
    return typeof value === 'string' && longest !== undefined
      ? [[[...path, name].join('.'), longest] as const]
      : textsIn(command, value, [...path, name]);
  });
}

function replaced(part: unknown, [name = '', ...rest]: readonly string[], text: string): unknown {
  if (Array.isArray(part))
    return part.map((item, place) => (String(place) === name ? replaced(item, rest, text) : item));
  if (!isNode(part)) return text;

  return { ...part, [name]: rest.length === 0 ? text : replaced(part[name], rest, text) };
}

describe('[SAFE-6] what somebody types', () => {
  test('is understood up to its length and no longer, also as it will be shown', () => {
    const accepted = (text: (longest: number) => string) =>
      withTexts(text).filter(([, command]) => clientCommand.safeParse(command).success);
    const all = withTexts((longest) => 'a'.repeat(longest));

    expect(all.length).toBeGreaterThanOrEqual(14);
    expect(accepted((longest) => 'a'.repeat(longest))).toEqual(all);
    expect(accepted((longest) => 'a'.repeat(longest + 1))).toEqual([]);
    // One letter that is shown as eighteen.
    expect(accepted((longest) => '\uFDFA'.repeat(longest))).toEqual([]);
  });

  test('about people has no tower of marks in the log, nothing unseen, and nothing that turns the line around', () => {
    const tower = () => `A${'\u0301'.repeat(20)}b\u202Ec\u200B`;
    const about = withTexts(tower).filter(([, command]) =>
      JSON.stringify(command).match(/"(household|roster|unknown)\./),
    );
    expect(about.length).toBeGreaterThanOrEqual(12);
    for (const [, command] of about) {
      const script = underWay().must(from(AMINA), {
        type: 'unknown.notice',
        about: 'nearby',
        session: null,
        words: '',
      });
      const [known = ''] = script.current.unknowns.keys();
      const before = script.log.length;
      for (const actor of [from(AMINA), from(DANA)])
        said(script, actor, { ...Object(command), ...caseOf(command, known) });
      expect(JSON.stringify(script.log.slice(before))).not.toMatch(/\p{M}{5}|\u202E|\u200B/u);
    }
  });
});

const caseOf = (command: unknown, known: string) => (isNode(command) && 'case' in command ? { case: known } : {});

function said(script: ReturnType<typeof underWay>, actor: Actor, command: unknown): void {
  script.attempt({ actor, command: toVisitCommand(clientCommand.parse(command)) });
}
