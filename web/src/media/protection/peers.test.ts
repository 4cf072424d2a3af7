import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { aDevice, aPerson, me } from '../../visit/testViews.ts';
import { deviceOf } from './KeyStage.ts';
import { OwnKids } from './ownKid.ts';
import { peersIn } from './peers.ts';

const locked = (name: string, key: string | null) =>
  aDevice(name, { protection: { key, is: key === null ? 'notYet' : 'protected' } });

test('[SAFE-2] a key is for everybody who is shown in the room, has one of their own, and is somebody else', () => {
  const people = [
    aPerson('Mia', { devices: [locked('Mia-phone', 'mine'), locked('Mia-tablet', 'mine too')] }),
    aPerson('Dana', { devices: [locked('Dana-phone', 'hers'), locked('Dana-laptop', null)] }),
  ];

  expect([...peersIn({ people, me: me('Mia', { participant: 'Mia' as ParticipantId }) })]).toEqual([
    [deviceOf('Dana'), 'hers'],
  ]);
});

test('[PRIV-5] the ids of keys rise with the time, whatever the clock does, and do not count what happened', () => {
  let now = Date.UTC(2026, 5, 1);
  const kids = new OwnKids(() => now);
  const first = kids.next();
  expect(first).toBe((now - Date.UTC(2026, 0, 1)) / 100);
  expect(kids.next()).toBe(first + 1);

  now += 60_000;
  expect(kids.next()).toBe(first + 600);
  now -= 3_600_000;
  expect(kids.next()).toBe(first + 601);
});
