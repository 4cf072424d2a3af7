import type { ParticipantId, RoomId } from '../visit/ids.ts';
import { mediaPlan } from '../visit/mediaPlan.ts';
import type { Told } from '../visit/rooms/state.ts';
import type { RoomView } from '../visit/viewShape.ts';
import { AMINA, deviceOf, from, RAY } from './personas.ts';
import { comesIn, type Script, underWay, withColleague } from './script.ts';

/** Names of private rooms in stories; each has its mark. */
export const BLUE = 'blue-room' as RoomId;
export const GREEN = 'green-room' as RoomId;
/** The host opens a room. */
export const opens = (script: Script, room = BLUE, told: Told = 'withWhom'): Script =>
  script.must(from(AMINA), { type: 'room.open', told, mark: room === BLUE ? 'blue' : 'green' }, { freshId: room });
/** The host asks somebody to it; resolves to the refusal, or null. */
export const asks = (script: Script, who: ParticipantId, room = BLUE, device = 1) =>
  script.attempt({ actor: from(AMINA), command: { type: 'room.invite', room, session: deviceOf(who, device) } });
/** … and what they say to it. */
export const answers = (script: Script, who: ParticipantId, comes: boolean, alone = false) =>
  script.attempt({ actor: from(who), command: { type: 'room.answer', comes, alone } });
/** Somebody is asked and comes. */
export const goes = (script: Script, who: ParticipantId, room = BLUE): Script => {
  for (const refusal of [asks(script, who, room), answers(script, who, true)]) {
    if (refusal !== null) throw new Error(`${who} cannot go: ${refusal}`);
  }

  return script;
};
/** What somebody in a room sees. */
export const roomOf = (script: Script, who: ParticipantId): RoomView => {
  const view = script.viewOf(who);
  if (view.screen !== 'room') throw new Error(`${who} is not in a room`);
  return view;
};
/** Whom they see there. */
export const namesIn = (script: Script, who: ParticipantId) =>
  roomOf(script, who).people.map(({ participant }) => participant);
/** Who has media in a room. */
export const seatsIn = (script: Script, room: RoomId) =>
  mediaPlan(script.current).rooms.find((plan) => plan.room === room)?.seats ?? [];
/** Host, colleague, mother, child and friend, all in the main room. */
export const family = (): Script => comesIn(withColleague(underWay()), RAY);
