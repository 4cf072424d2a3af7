import { expect, test } from 'vitest';
import { atOnce } from '../../lib/unhurried.ts';
import { AMINA, DANA, deviceOf, from, keyOfDevice, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { BLUE, family, goes, opens, roomOf } from '../../testing/roomScript.ts';
import { comesIn, knocks, opensLink, type Script, underWay } from '../../testing/script.ts';
import { shownKeys } from '../../testing/shownKeys.ts';
import type { ParticipantId } from '../ids.ts';
import { protectionRecord } from './record.ts';

const offers = (script: Script, who: ParticipantId, key: string | null = keyOfDevice(who)): Script =>
  script.must(from(who), { type: 'protection.offer', key }, { wait: 1_000 });
const checks = (script: Script, wait: number): Script =>
  script
    .must(from(AMINA), { type: 'protection.begin', number: 'n'.repeat(22) }, { wait })
    .must(from(AMINA), { type: 'protection.check', devices: shownKeys(roomOf(script, AMINA)), number: 'n'.repeat(22) });
const recordOf = ({ log }: Script) => atOnce(protectionRecord(log));

test('[SAFE-2] the record tells of each time that the pictures were compared: when, by whom, with whom and where', () => {
  const script = offers(offers(underWay(), AMINA), DANA);
  checks(script, 60_000);
  const first = script.now;
  // Sam's device had no key, so nothing of his was compared.
  const rooms = goes(goes(opens(family()), PRIYA), SAM);
  rooms.must(from(AMINA), { type: 'room.enter', room: BLUE });
  for (const who of [AMINA, PRIYA, SAM]) offers(rooms, who);
  checks(rooms, 60_000);
  expect(recordOf(script).compared).toEqual([{ at: first, by: 'Amina Okafor', names: ['Dana Hughes'], mark: null }]);
  expect(recordOf(rooms).compared).toEqual([
    { at: rooms.now, by: 'Amina Okafor', names: ['Sam Hughes', 'Priya Shah'], mark: 'blue' },
  ]);
});

test('[SAFE-2] a comparison stays in the record as it was, whatever keys come later', () => {
  const script = checks(offers(offers(underWay(), AMINA), DANA), 0);
  const before = recordOf(script).compared;
  expect(recordOf(offers(offers(script, DANA, null), SAM)).compared).toEqual(before);
});

const danas = { session: deviceOf(DANA), name: 'Dana Hughes', device: 'phone', mark: null } as const;

test('[SAFE-2] the record tells of each device that sat in a room unprotected, from when to when, and when the host accepted it', () => {
  const script = offers(underWay(), DANA, null);
  const since = script.now;
  expect(recordOf(script).unprotected).toEqual([{ ...danas, since, until: null, acceptedAt: null }]);
  script.must(from(AMINA), { type: 'protection.accept', session: deviceOf(DANA) }, { wait: 30_000 });
  const acceptedAt = script.now;
  expect(recordOf(script).unprotected).toEqual([{ ...danas, since, until: null, acceptedAt }]);
  offers(script, DANA);
  expect(recordOf(script).unprotected).toEqual([{ ...danas, since, until: script.now, acceptedAt }]);
});

test('[SAFE-2] each time by itself: protected in between, or in another room, it is told anew', () => {
  const script = offers(opens(family()), SAM, null);
  const first = script.now;
  script.must(from(AMINA), { type: 'protection.accept', session: deviceOf(SAM) });
  offers(script, SAM);
  const locked = script.now;
  offers(script, SAM, null);
  const again = script.now;
  script.pass(10_000);
  goes(goes(script, PRIYA), SAM);
  const moved = script.now;
  script.pass(10_000);
  script.must(from(SAM), { type: 'room.leave' });
  const sams = { session: deviceOf(SAM), name: 'Sam Hughes', device: 'phone', mark: null };
  expect(recordOf(script).unprotected).toEqual([
    { ...sams, since: first, until: locked, acceptedAt: first },
    { ...sams, since: again, until: moved, acceptedAt: null },
    { ...sams, mark: 'blue', since: moved, until: script.now, acceptedAt: null },
    { ...sams, since: script.now, until: null, acceptedAt: null },
  ]);
});

test('[SAFE-2] a device that was never let in was in no room', () => {
  const script = offers(knocks(opensLink(underWay(), RAY), RAY), RAY, null);
  expect(recordOf(script).unprotected).toEqual([]);
  expect(recordOf(comesIn(script, RAY, 2)).unprotected).toEqual([]);
});
