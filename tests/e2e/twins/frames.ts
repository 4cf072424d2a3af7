import { facts, isList, isObject, type Json, type Meaning, named, namedIn, namesIn, parsed } from './nameless.ts';

/** A frame of the line, by what it is. Engine.io’s and socket.io’s own packets are told apart by the digits that they begin with. */
type Frame =
  | { readonly is: 'heartbeat' }
  | { readonly is: 'event'; readonly name: string; readonly said: Json }
  | { readonly is: 'answer'; readonly said: Json }
  | { readonly is: 'other'; readonly text: string };

function frameOf(text: string): Frame {
  if (text === '2' || text === '3') return { is: 'heartbeat' };

  const [, kind, body = ''] = /^4([23])\d*(.*)$/s.exec(text) ?? [];
  const said = parsed(body);
  if (kind === undefined || !isList(said)) return { is: 'other', text };

  return kind === '3' ? { is: 'answer', said } : { is: 'event', name: String(said[0]), said: said[1] ?? null };
}

/** Whether it comes by the clock: heartbeats, and how loud everybody is. These are not news, and never over. */
export function isTimed(text: string): boolean {
  const frame = frameOf(text);

  return frame.is === 'heartbeat' || (frame.is === 'event' && frame.name === 'levels');
}

const aboutKeys = (text: string, whose: string): readonly Json[] => {
  const frame = frameOf(text);
  if (frame.is !== 'event' || frame.name !== 'media' || !isObject(frame.said)) return [];

  return whose.split(' ').includes(String(frame.said.type)) ? [frame.said.by ?? frame.said.from ?? null] : [];
};

/**
 * Without what was asked for a little too soon. Each device looks every two seconds, by a clock that began when it came in, for keys that it
 * lacks, and asks for one that is just on its way. That says nothing more than the key itself, or the thanks for it, which came from the same
 * device during the same act; asked for without these, it is heard.
 */
export function withoutHaste(frames: readonly string[]): readonly string[] {
  const busy = frames.flatMap((text) => aboutKeys(text, 'key keyTaken'));

  return frames.filter((text) => !aboutKeys(text, 'keyNeeded').some((by) => busy.includes(by)));
}

/** Whose ids there are in a view, if it is one. */
export function namesInFrame(text: string): readonly (readonly [string, string])[] {
  const frame = frameOf(text);
  if (frame.is !== 'event' || frame.name !== 'view') return [];

  return isObject(frame.said) ? namesIn(frame.said.view) : [];
}

/**
 * What a frame says. Of views each single thing: how many changes are shown as one depends on how fast they came. Of sounds nothing yet.
 * Answers without the number of the question: a page asks some things as often as its camera needs.
 */
export function saidIn(text: string, meaning: Meaning): readonly string[] {
  const frame = frameOf(text);
  switch (frame.is) {
    case 'heartbeat':
      return [];
    case 'other':
      return [`other ${named(frame.text, meaning)}`];
    case 'answer':
      return [`answer ${JSON.stringify(namedIn(frame.said, meaning))}`];
    case 'event':
      return saidInEvent(frame.name, frame.said, meaning);
  }
}

function saidInEvent(name: string, said: Json, meaning: Meaning): readonly string[] {
  const known = namedIn(said, meaning);
  if (name === 'view') return facts(known, 'view');

  return name === 'levels' ? [] : [`${name} ${JSON.stringify(known)}`];
}

/** Whose sounds there are in a frame; how loud they are is by the clock. */
function soundsIn(text: string, meaning: Meaning): readonly string[] {
  const frame = frameOf(text);
  if (frame.is !== 'event' || frame.name !== 'levels') return [];

  const known = namedIn(frame.said, meaning);
  if (!isList(known)) return [`sounds ${JSON.stringify(known)}`];

  return known.map((one) => `a sound ${JSON.stringify(isObject(one) ? { ...one, level: 'any' } : one)}`);
}

/** Whose sounds there were during an act: once all was at rest, and before. */
export interface Sounds {
  readonly atRest: readonly string[];
  readonly onTheWay: readonly string[];
}

export const SILENCE: Sounds = { atRest: [], onTheWay: [] };

/**
 * Sounds come by the clock: when something changes, one more of those that were there before may come, or not. So of what is heard before the
 * last news of an act, whatever was heard at rest before the act says nothing; anybody else’s does, however short it was.
 */
export function soundsOf(frames: readonly string[], before: Sounds, meaning: Meaning): Sounds {
  const rest = frames.findLastIndex((text) => !isTimed(text)) + 1;
  const during = (some: readonly string[]) => some.flatMap((text) => soundsIn(text, meaning));

  return {
    atRest: during(frames.slice(rest)),
    onTheWay: during(frames.slice(0, rest)).filter((sound) => !before.atRest.includes(sound)),
  };
}
