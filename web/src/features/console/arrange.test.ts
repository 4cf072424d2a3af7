import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Role } from '@doorstep/shared/visit/people.ts';
import type { PersonView } from '@doorstep/shared/visit/viewShape.ts';
import { describe, expect, test } from 'vitest';
import { aDevice, me as aMe, aPerson } from '../../visit/testViews.ts';
import { type Arrangement, arrange } from './arrange.ts';

const person = (name: string, role: Role, ...devices: readonly string[]): PersonView =>
  aPerson(name, { role, devices: (devices.length === 0 ? [name] : devices).map((session) => aDevice(session)) });

const host = person('host', 'host');
const me = aMe('host', { session: 'host' as SessionId, role: 'host' });
const people = [host, person('priya', 'colleague'), person('dana', 'parent'), person('ella', 'child')];

const shown = ({ front, side }: Arrangement) => ({
  front: front.map((tile) => tile.device.session),
  side: side.map((tile) => tile.device.session),
});

describe('[SEE-1] the child and the parents stay in sight', () => {
  test('they are in front, the child first, whatever order they came in', () => {
    expect(shown(arrange({ people, me }, null))).toEqual({ front: ['ella', 'dana'], side: ['priya'] });
  });

  test('a professional can enlarge anyone, and they then lead the side', () => {
    expect(shown(arrange({ people, me }, 'priya' as SessionId))).toEqual({ front: ['priya'], side: ['ella', 'dana'] });
  });

  test('somebody enlarged who left gives the front back', () => {
    expect(shown(arrange({ people, me }, 'gone' as SessionId)).front).toEqual(['ella', 'dana']);
  });

  test('without child and parent everybody is in front', () => {
    const staff = [host, person('priya', 'colleague'), person('tom', 'manager')];
    expect(shown(arrange({ people: staff, me }, null))).toEqual({ front: ['priya', 'tom'], side: [] });
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
