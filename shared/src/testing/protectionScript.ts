import type { ParticipantId } from '../visit/ids.ts';
import { from, keyOfDevice } from './personas.ts';
import type { Script } from './script.ts';

/** A device says what it encrypts with. */
export const offers = (script: Script, who: ParticipantId, key: string | null = keyOfDevice(who), device = 1): Script =>
  script.must(from(who, device), { type: 'protection.offer', key });
/** … and the first one of each of these people. */
export const allOffer = (script: Script, ...people: readonly ParticipantId[]): Script => {
  for (const who of people) offers(script, who);
  return script;
};
