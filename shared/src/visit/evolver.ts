import type { EventOf, EventType, RecordedEvent } from './events.ts';
import type { Visit } from './visit.ts';

/** Folds one kind of event into the visit. Cannot fail: a log says what happened, and tightening a rule never rewrites it. */
export type Evolver<Type extends EventType> = (visit: Visit, event: EventOf<Type>, recorded: RecordedEvent) => Visit;

export type Evolvers<Types extends EventType> = { readonly [Type in Types]: Evolver<Type> };

/** A copy of `map` in which `key` has been changed; unchanged when there is no such key. */
export function changed<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  change: (value: Value) => Value,
): ReadonlyMap<Key, Value> {
  const value = map.get(key);

  return value === undefined ? map : new Map(map).set(key, change(value));
}

/** A copy of `map` in which every value has been changed. */
export const changedAll = <Key, Value>(
  map: ReadonlyMap<Key, Value>,
  change: (value: Value) => Value,
): ReadonlyMap<Key, Value> => new Map([...map].map(([key, value]) => [key, change(value)]));
