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

/** Whose ids there are in a view, if it is one. */
export function namesInFrame(text: string): readonly (readonly [string, string])[] {
  const frame = frameOf(text);
  if (frame.is !== 'event' || frame.name !== 'view') return [];

  return isObject(frame.said) ? namesIn(frame.said.view) : [];
}

/**
 * What a frame says. Of views each single thing: how many changes are shown as one depends on how fast they came. Of sounds whose they are.
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
  if (name !== 'levels') return [`${name} ${JSON.stringify(known)}`];

  return isList(known)
    ? known.map((one) => `a sound ${JSON.stringify(isObject(one) ? { ...one, level: 'any' } : one)}`)
    : ['sounds'];
}
