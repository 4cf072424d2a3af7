import { describe, expect, test } from 'vitest';
import { turnsMemory } from './turns.ts';

function tab() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  return (visit: string) => turnsMemory(() => storage, visit);
}

describe('[DEV-4] closing the microphone between turns', () => {
  test('is offered to those who said that they wear no headset, and to nobody else', () => {
    const memory = tab()('a');
    expect(memory.recall()).toBe('notAsked');
    for (const said of ['notSaid', 'yes'] as const) {
      memory.heard(said);
      expect(memory.recall()).toBe('notAsked');
    }
    memory.heard('no');
    expect(memory.recall()).toBe('offered');
    memory.heard('yes');
    expect(memory.recall()).toBe('notAsked');
  });

  test('once declined it is never offered again in this visit, and in the next one it is', () => {
    const visits = tab();
    visits('a').keep('over');
    visits('a').heard('no');
    expect(visits('a').recall()).toBe('over');
    visits('b').heard('no');
    expect(visits('b').recall()).toBe('offered');
  });

  test('once taken up it stays over a reload', () => {
    const visits = tab();
    visits('a').keep('on');
    visits('a').heard('no');
    expect(visits('a').recall()).toBe('on');
  });

  test('where nothing may be kept, or something else stands there, nothing is offered and nothing breaks', () => {
    const refusing = turnsMemory(() => {
      throw new Error('denied');
    }, 'a');
    refusing.heard('no');
    expect(refusing.recall()).toBe('notAsked');
    const other = turnsMemory(() => ({ getItem: () => 'a nonsense', setItem: () => {} }), 'a');
    expect(other.recall()).toBe('notAsked');
  });
});
