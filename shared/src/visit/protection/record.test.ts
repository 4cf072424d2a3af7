import { expect, test } from 'vitest';
import { atOnce } from '../../lib/unhurried.ts';
import { AMINA, DANA, deviceOf, from, keyOfDevice, PRIYA, RAY, SAM } from '../../testing/personas.ts';
import { BLUE, family, goes, opens, roomOf } from '../../testing/roomScript.ts';
import { comesIn, knocks, opensLink, type Script, underWay } from '../../testing/script.ts';
import type { ParticipantId } from '../ids.ts';
import { protectionRecord } from './record.ts';
import { shownKeys } from './shownKeys.ts';

const offers = (script: Script, who: ParticipantId, key: string | null = keyOfDevice(who)): Script =>
  script.must(from(who), { type: 'protection.offer', key }, { wait: 1_000 });
const checks = (script: Script, wait: number): Script =>
  script.must(from(AMINA), { type: 'protection.check', devices: shownKeys(roomOf(script, AMINA)) }, { wait });
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

test('[SAFE-2] the record tells of each device that sat in a room unprotected, and when the host accepted it', () => {
  const script = offers(underWay(), DANA, null);
  const since = script.now;
  expect(recordOf(script).unprotected).toEqual([
    { session: deviceOf(DANA), name: 'Dana Hughes', device: 'phone', since, acceptedAt: null },
  ]);
  script.must(from(AMINA), { type: 'protection.accept', session: deviceOf(DANA) }, { wait: 30_000 });
  const acceptedAt = script.now;
  expect(recordOf(offers(script, DANA)).unprotected).toMatchObject([{ since, acceptedAt }]);
});

test('[SAFE-2] a device that was never let in was in no room', () => {
  const script = offers(knocks(opensLink(underWay(), RAY), RAY), RAY, null);
  expect(recordOf(script).unprotected).toEqual([]);
  expect(recordOf(comesIn(script, RAY, 2)).unprotected).toEqual([]);
});
