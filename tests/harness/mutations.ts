import fc from 'fast-check';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What attackers and broken programs put where something sensible belongs. */
const POISONS: readonly Json[] = [
  null,
  true,
  '',
  ' ',
  '0',
  'x'.repeat(5_000),
  '\u202Eadmin',
  '\u0000',
  '\u200D\u{1F469}',
  "'; DROP TABLE events; --",
  '../../etc/passwd',
  '<img src=x onerror=alert(1)>',
  -1,
  1.5,
  2 ** 53,
  1e308,
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  { $ne: null },
  Array.from({ length: 1_000 }, () => 0),
];

const REACHING = ['__proto__', 'constructor', 'prototype', 'toString', 'actor', 'session', 'participant'];

interface Mutation {
  /** Where: turned into a place of the message at hand. */
  readonly place: number;
  readonly what: 'replace' | 'remove' | 'add' | 'double' | 'swap';
  readonly poison: Json;
  /** Put in place of another text: a message that may still be whole, and mean something else. */
  readonly plausible: string;
  readonly key: string;
}

const mutation = (plausible: readonly string[], kinds: readonly Mutation['what'][]): fc.Arbitrary<Mutation> =>
  fc.record({
    place: fc.nat(),
    what: fc.constantFrom(...kinds),
    poison: fc.constantFrom(...POISONS),
    plausible: fc.constantFrom(...plausible),
    key: fc.oneof(fc.constantFrom(...REACHING), fc.string({ maxLength: 8 })),
  });

/**
 * A good message with one to four things wrong with it, as the JSON text that would be sent. `plausible` are words that could stand
 * there: in a third of the messages only such are exchanged, so that some are whole and mean something else.
 */
export const mutatedText = (message: unknown, plausible: readonly string[]): fc.Arbitrary<string> => {
  const wrong = (...kinds: Mutation['what'][]) => fc.array(mutation(plausible, kinds), { minLength: 1, maxLength: 4 });
  const mixed = { weight: 2, arbitrary: wrong('replace', 'remove', 'add', 'double', 'swap', 'swap') };

  return fc.oneof(mixed, { weight: 1, arbitrary: wrong('swap') }).map((mutations) => {
    const text = JSON.stringify(message);

    return mutations.reduce((value, one) => JSON.stringify(mutated(JSON.parse(value), one)), text);
  });
};

/** A text with one to four places cut, doubled or overwritten. */
export const scrambled = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(),
        length: fc.nat({ max: 6 }),
        by: fc.constantFrom('', '{', ']', '"', '\\', ',', '0', '-', '\u0000', '\uD800', '[[[[', '"__proto__":'),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((cuts) =>
      cuts.reduce((whole, { at, length, by }) => {
        const place = at % (whole.length + 1);

        return whole.slice(0, place) + by + whole.slice(place + length);
      }, text),
    );

/** Every value within a value, itself first. */
function pathsOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];

  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

const valueAt = (value: Json, [key, ...rest]: readonly string[]): Json | undefined =>
  key === undefined || typeof value !== 'object' || value === null
    ? value
    : valueAt(Object.entries(value).find(([name]) => name === key)?.[1] ?? null, rest);

function mutated(message: Json, { place, what, poison, plausible, key }: Mutation): Json {
  const all = pathsOf(message);
  const paths = what === 'swap' ? all.filter((path) => typeof valueAt(message, path) === 'string') : all;
  const path = paths[place % paths.length] ?? [];
  if (what === 'replace') return changedAt(message, path, () => poison);
  if (what === 'swap') return changedAt(message, path, (inner) => (typeof inner === 'string' ? plausible : inner));
  if (what === 'add') return changedAt(message, path, (inner) => withKey(inner, key, poison));
  if (what === 'double') return changedAt(message, path, (inner) => [inner, inner]);

  return path.length === 0 ? null : changedAt(message, path.slice(0, -1), (inner) => without(inner, path.at(-1) ?? ''));
}

function changedAt(value: Json, path: readonly string[], change: (value: Json) => Json): Json {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return change(value);
  if (Array.isArray(value))
    return value.map((inner: Json, n) => (String(n) === key ? changedAt(inner, rest, change) : inner));

  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === key ? changedAt(inner, rest, change) : inner]),
  );
}

/** Also `__proto__` becomes a key like any other, as it does when it comes over the wire. */
const withKey = (value: Json, key: string, poison: Json): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries([...Object.entries(value), [key, poison]])
    : { [key]: poison };

const without = (value: Json, key: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
    : null;
