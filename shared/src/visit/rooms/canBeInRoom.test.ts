import { describe, expect, test } from 'vitest';
import { AMINA, DANA, deviceOf, from, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { comesIn, knocks, opensLink, type Script, underWay, withColleague } from '../../testing/script.ts';
import type { ParticipantId, RoomId, SessionId } from '../ids.ts';
import { mediaPlan } from '../mediaPlan.ts';
import { viewFor } from '../view.ts';
import type { Visit } from '../visit.ts';
import { canBeInRoom, refuseRecordingOfUnknown } from './canBeInRoom.ts';
import { emptyMain } from './state.ts';

const SNUG = 'snug' as RoomId;

/** The visit with a private room beside the main one, in which these sit. Rooms have no commands yet. */
function withSnug(visit: Visit, ...people: readonly ParticipantId[]): Visit {
  const sessions = new Map(
    [...visit.sessions].map(([id, session]) => [
      id,
      session.standing.is === 'seated' && people.includes(session.participant)
        ? { ...session, standing: { ...session.standing, room: SNUG } }
        : session,
    ]),
  );

  return {
    ...visit,
    sessions,
    rooms: new Map(visit.rooms).set(SNUG, { ...emptyMain(SNUG), kind: 'private', mark: 'blue' }),
  };
}

const family = (): Script => comesIn(withColleague(underWay()), RAY);
const noticed = (session: SessionId | null, script = family()): Script =>
  script.must(from(AMINA), { type: 'unknown.notice', about: 'nearby', session, words: '' });
const introduced = (script: Script): Script => {
  for (const id of script.current.unknowns.keys())
    script.must(from(AMINA), { type: 'unknown.introduce', case: id, words: '' });

  return script;
};

describe('a private room with a child', () => {
  test('[UNK-4] is not opened to somebody who was noticed and has not been introduced', () => {
    const script = noticed(deviceOf(RAY));
    expect(canBeInRoom(withSnug(script.current, SAM), RAY, SNUG, 'entering')).toBe('notIntroduced');
    expect(canBeInRoom(withSnug(introduced(script).current, SAM), RAY, SNUG, 'entering')).toBe(null);
  });

  test('[UNK-4] is not opened to the child either while somebody like that is in it', () => {
    const script = noticed(deviceOf(RAY));
    expect(canBeInRoom(withSnug(script.current, RAY), SAM, SNUG, 'entering')).toBe('notIntroduced');
    expect(canBeInRoom(withSnug(script.current, PRIYA), SAM, SNUG, 'entering')).toBe(null);
  });

  test('[UNK-4] nor to anybody, while a voice was heard that nobody can place', () => {
    const script = noticed(null);
    for (const who of [RAY, DANA, PRIYA])
      expect(canBeInRoom(withSnug(script.current, SAM), who, SNUG, 'entering')).toBe('notIntroduced');
  });

  test('[UNK-4] nor to an unknown device let in from the lobby', () => {
    const script = knocks(opensLink(family(), DANA, 2), DANA, 2);
    expect(canBeInRoom(withSnug(script.current, SAM), DANA, SNUG, 'admitted')).toBe('notIntroduced');
    expect(canBeInRoom(withSnug(introduced(script).current, SAM), DANA, SNUG, 'admitted')).toBe(null);
  });

  test('[UNK-4] may be opened to those about whom nothing is open, and without a child to everybody', () => {
    const script = noticed(deviceOf(RAY));
    expect(canBeInRoom(withSnug(script.current, SAM), PRIYA, SNUG, 'entering')).toBe(null);
    expect(canBeInRoom(withSnug(script.current, PRIYA), RAY, SNUG, 'entering')).toBe(null);
    expect(canBeInRoom(withSnug(script.current), RAY, 'main' as RoomId, 'entering')).toBe(null);
  });

  test('[UNK-4] a talk that is under way is not cut off, neither by a knock nor by noticing', () => {
    for (const script of [noticed(null), noticed(deviceOf(SAM)), knocks(opensLink(family(), SAM, 2), SAM, 2)]) {
      const visit = withSnug(script.current, SAM, PRIYA);
      const snug = mediaPlan(visit).rooms.find(({ room }) => room === SNUG);
      expect(snug?.seats.map(({ participant }) => participant)).toEqual([SAM, PRIYA]);
      expect(viewFor(visit, { participant: SAM, session: deviceOf(SAM) })).toMatchObject({
        people: [{ name: 'Priya Shah' }, { name: 'Sam Hughes' }],
      });
    }
  });

  test('[UNK-4] a stranger who knocks with the child’s link does not keep the child from a private talk', () => {
    const script = knocks(opensLink(family(), SAM, 2), SAM, 2);
    expect(canBeInRoom(withSnug(script.current, PRIYA), SAM, SNUG, 'entering')).toBe(null);
  });
});

test('[UNK-4] no recording begins while any matter is open', () => {
  expect(refuseRecordingOfUnknown(family().current)).toBe(null);
  expect(refuseRecordingOfUnknown(noticed(null).current)).toBe('notIntroduced');
  expect(refuseRecordingOfUnknown(introduced(noticed(null)).current)).toBe(null);
  const left = noticed(deviceOf(RAY)).must(from(RAY), { type: 'presence.leave', quickly: false });
  expect(refuseRecordingOfUnknown(left.current)).toBe('notIntroduced');
});
