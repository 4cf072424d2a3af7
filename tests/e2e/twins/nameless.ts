export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** When each act of a run began, in milliseconds since 1970, in order. */
export interface Begun {
  readonly act: string;
  readonly at: number;
}

/** What is the same in every run of one script: whose an id is, and during which act a time lies. */
export interface Meaning {
  readonly names: ReadonlyMap<string, string>;
  readonly acts: readonly Begun[];
  /** What a port is called at which a media worker listens; null for any other number. */
  readonly portName: (port: number) => string | null;
}

/** Ids, keys, fingerprints, names of files: whatever was drawn at random. */
const RANDOM = /\b(?:[0-9A-F]{2}:){7,}[0-9A-F]{2}\b|[\w+/=-]{16,}/gi;
const TIME = /\b[12]\d{12}\b/g;
const PORT = /\b[1-9]\d{3,4}\b/g;
/** Numbers of streams and of their places in a description, which depend on who was quicker. */
const DRAWN: readonly string[] = ['ssrc', 'mid', 'cname', 'sequence'];
/** The id of a device’s key is the time at which it was made, in tenths of a second since this one. One that counted would be no such time. */
const KEYS_SINCE = Date.UTC(2026, 0, 1);

function during({ acts }: Meaning, time: number): string {
  const now = acts.findLast(({ at }) => at <= time);
  const last = acts.at(-1)?.at ?? 0;

  return time > last + 600_000 ? 'later' : `during “${now?.act ?? 'the time before'}”`;
}

/** A text with what is drawn at random named by what it stands for, or not at all. */
export function named(text: string, meaning: Meaning): string {
  return text
    .replace(TIME, (time) => during(meaning, Number(time)))
    .replace(PORT, (port) => meaning.portName(Number(port)) ?? port)
    .replace(RANDOM, (drawn) => meaning.names.get(drawn) ?? '#');
}

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value);

/** Keys are words, but for the targets behind a colon. */
const keyOf = (key: string, meaning: Meaning): string => {
  const [word = '', ...targets] = key.split(':');

  return [word, ...targets.map((target) => named(target, meaning))].join(':');
};

/** By the end of its tenth, which may have begun before the act. */
function keyIdOf(kid: number, meaning: Meaning): string {
  const time = KEYS_SINCE + kid * 100 + 99;

  return time < (meaning.acts[0]?.at ?? 0) ? String(kid) : `made ${during(meaning, time)}`;
}

function namedMember(key: string, value: Json, meaning: Meaning): Json {
  if (DRAWN.includes(key)) return '#';

  return key === 'kid' && typeof value === 'number' ? keyIdOf(value, meaning) : namedIn(value, meaning);
}

/** The same for a value of JSON, wherever in it. */
export function namedIn(value: Json, meaning: Meaning): Json {
  if (typeof value === 'string') return named(value, meaning);
  if (typeof value === 'number') return named(String(value), meaning);
  if (isList(value)) return value.map((one) => namedIn(one, meaning));
  if (!isObject(value)) return value;

  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [keyOf(key, meaning), namedMember(key, one, meaning)]),
  );
}

/** Every single thing that a value says: the way to it and what stands there. An empty list is something as well. */
export function facts(value: Json, way = ''): readonly string[] {
  if (isList(value) && value.length > 0) return value.flatMap((one) => facts(one, `${way}[]`));
  if (isObject(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, one]) => facts(one, `${way}.${key}`));

  return [`${way} = ${JSON.stringify(value)}`];
}

/** The ids in a view of the people who are in it, with their names: one’s own, and of everybody in the room. */
export function namesIn(view: Json | undefined): readonly (readonly [string, string])[] {
  if (!isObject(view)) return [];

  return [view.me, ...(isList(view.people) ? view.people : [])].flatMap((person) => {
    if (!isObject(person)) return [];

    const { participant, session, name, devices } = person;
    const sessions = [session ?? null, ...(isList(devices) ? devices : [])].map((device) =>
      isObject(device) ? device.session : device,
    );

    return [participant, ...sessions].flatMap((id) =>
      typeof id === 'string' && typeof name === 'string' ? [[id, `of ${name}`] as const] : [],
    );
  });
}

/** What came as text, as JSON; null for what is none. */
export function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
