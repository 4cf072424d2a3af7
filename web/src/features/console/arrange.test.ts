import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Role } from '@doorstep/shared/visit/people.ts';
import type { PersonView } from '@doorstep/shared/visit/viewShape.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDevice, me as aMe, aPerson } from '../../visit/testViews.ts';
import { type Arrangement, arrange, asStrip, type TileView } from './arrange.ts';

const person = (name: string, role: Role, ...devices: readonly string[]): PersonView =>
  aPerson(name, { role, devices: (devices.length === 0 ? [name] : devices).map((session) => aDevice(session)) });

const host = person('host', 'host');
const me = aMe('host', { session: 'host' as SessionId, role: 'host' });
const people = [host, person('priya', 'colleague'), person('dana', 'parent'), person('ella', 'child')];

const sessions = (tiles: readonly TileView[]) => tiles.map(({ device }) => device.session);
const shown = ({ pins, front, side }: Arrangement) => ({
  pins: sessions(pins),
  front: sessions(front),
  side: sessions(side),
});

describe('[SEE-1] the child and the parents stay in sight', () => {
  test('they are in front, the child first, whatever order they came in', () => {
    expect(shown(arrange({ people, me }, null))).toEqual({ pins: [], front: ['ella', 'dana'], side: ['priya'] });
  });

  test('a professional can enlarge anyone, and they then stand above', () => {
    expect(shown(arrange({ people, me }, 'priya' as SessionId))).toEqual({
      pins: ['ella', 'dana'],
      front: ['priya'],
      side: [],
    });
    expect(shown(arrange({ people, me }, 'dana' as SessionId))).toEqual({
      pins: ['ella'],
      front: ['dana'],
      side: ['priya'],
    });
  });

  test('somebody enlarged who left gives the front back', () => {
    expect(shown(arrange({ people, me }, 'gone' as SessionId)).front).toEqual(['ella', 'dana']);
  });

  test('without child and parent everybody is in front', () => {
    const staff = [host, person('priya', 'colleague'), person('tom', 'manager')];
    expect(shown(arrange({ people: staff, me }, null))).toEqual({ pins: [], front: ['priya', 'tom'], side: [] });
  });

  test('the server says who they are, not the role: on a screen for which nobody is pinned nobody is', () => {
    const unpinned = people.map((one) => ({ ...one, pinned: false }));
    expect(shown(arrange({ people: unpinned, me }, null))).toEqual({
      pins: [],
      front: ['ella', 'dana', 'priya'],
      side: [],
    });
    const supporter = { ...person('sol', 'supporter'), pinned: true };
    expect(shown(arrange({ people: [...unpinned, supporter], me }, null)).front).toEqual(['sol']);
  });

  test('behind the list of people they stay in a strip, and nobody else does', () => {
    for (const enlarged of [null, 'priya', 'dana']) {
      const strip = asStrip(arrange({ people, me }, enlarged as SessionId | null));
      expect(new Set(sessions(strip.pins))).toEqual(new Set(['ella', 'dana']));
      expect([...strip.front, ...strip.side]).toEqual([]);
    }
  });

  const roles: readonly Role[] = ['child', 'parent', 'householdMember', 'supporter', 'colleague', 'manager'];
  const anybody = fc.record({
    role: fc.constantFrom(...roles),
    devices: fc.integer({ min: 1, max: 3 }),
    isLost: fc.boolean(),
  });

  test('whoever is there and whoever is enlarged, every device is shown once, and every pinned one in front or above', () => {
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 8 }), fc.nat(), fc.boolean(), (drawn, pick, isAny) => {
        const there = drawn.map(({ role, devices, isLost }, at) =>
          aPerson(`p${at}`, {
            role,
            devices: Array.from({ length: devices }, (_, number) =>
              aDevice(`p${at}-${number}`, { connection: isLost ? 'reconnecting' : 'connected', hears: 'yes' }),
            ),
          }),
        );
        const all = there.flatMap(({ devices }) => devices.map(({ session }) => session));
        const enlarged = isAny ? (all[pick % Math.max(1, all.length)] ?? null) : null;
        const arranged = arrange({ people: [host, ...there], me }, enlarged);
        const { pins, front, side } = shown(arranged);

        expect([...pins, ...front, ...side].sort()).toEqual([...all].sort());
        const pinned = there.filter(({ pinned }) => pinned).flatMap(({ devices }) => devices.map((one) => one.session));
        expect(side.filter((session) => pinned.includes(session))).toEqual([]);
        expect(sessions(asStrip(arranged).pins).sort()).toEqual([...pinned].sort());
        if (enlarged !== null) expect(front).toEqual([enlarged]);
      }),
    );
  });

  test('on a phone, where not all fit, scrolling shows them before anybody else', () => {
    for (const enlarged of [null, 'priya']) {
      const { pins, front, side } = arrange({ people, me }, enlarged as SessionId | null);
      const inOrder = [...pins, ...front, ...side].map((tile) => tile.person.pinned);
      expect(inOrder.lastIndexOf(true)).toBeLessThan(inOrder.indexOf(false));
    }
  });
});

test('[ROST-1] every device has a tile of its own, one’s own other devices too, this one has the self-view', () => {
  const twice = [person('host', 'host', 'host', 'tablet'), person('dana', 'parent', 'phone', 'laptop')];
  const { front, side } = arrange({ people: twice, me }, null);
  expect(front.map((tile) => [tile.device.session, tile.hasOtherDevices])).toEqual([
    ['phone', true],
    ['laptop', true],
  ]);
  expect(side.map((tile) => [tile.device.session, tile.isMe])).toEqual([['tablet', true]]);
});
