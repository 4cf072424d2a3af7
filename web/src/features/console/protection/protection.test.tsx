import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { ProtectedIs, ShownKey } from '@doorstep/shared/visit/protection/state.ts';
import type { Can, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { sayClock } from '../../../content/times.ts';
import {
  aConsole,
  aDevice,
  aHostDevice,
  aLobbyEntry,
  aPerson,
  aRoom,
  aRoomOf,
  aRosterEntry,
  me,
  sitting,
} from '../../../visit/testViews.ts';
import { Waiting } from '../door/Waiting.tsx';
import { About } from './About.tsx';
import { Banner } from './Banner.tsx';
import { Compare, Drawn, type PicturesHere, Steps } from './Compare.tsx';
import { devicesThatAre, notSaid } from './devices.ts';
import { NotTheSame } from './NotTheSame.tsx';
import {
  beginReading,
  givenUp,
  type PicturesNow,
  type Reading,
  type ReadingIs,
  readingIs,
  readingWith,
} from './useCompared.ts';

const WORDS = PROTECTION.compare;
const send = async () => ({ ok: true }) as const;
const nothing = () => undefined;
const danas = (is: ProtectedIs) =>
  aPerson('Dana', { devices: [aDevice('Dana-phone', { protection: { key: null, is } })] });
const AMINA = me('Amina', { role: 'host', protection: { key: 'a', is: 'protected' } });
const OPEN = { is: 'unprotected', checkedAt: null, number: null } as const;
const MAY_ACCEPT: Can = { 'protection.accept:Dana-phone': 'yes', 'help.send:Dana-phone': 'yes' };

const banner = (change: Partial<RoomView>) =>
  renderToStaticMarkup(<Banner view={aRoom({ me: AMINA, ...change })} send={send} />);
const compare = (change: Partial<RoomView>, compared: PicturesHere['compared'] = 'never') =>
  renderToStaticMarkup(
    <Compare
      view={aRoom({ me: AMINA, can: { 'protection.check': 'yes' }, ...change })}
      send={send}
      pictures={{ drawn: 'Pictures', shown: [], madeOf: '', compared }}
      onEnd={nothing}
    />,
  );

describe('a device that cannot', () => {
  test('[SAFE-2] professionals read whose it is for as long as it is in the room, and everybody that the call is open', () => {
    const page = banner({ protection: OPEN, people: [danas('unprotectedAccepted')] });

    expect(page).toContain(PROTECTION.open);
    expect(page).toContain('Dana’s phone');
    expect(banner({ protection: OPEN })).toContain(PROTECTION.open);
    expect(banner({ people: [danas('protected')] })).not.toContain(PROTECTION.open);
  });

  test('[SAFE-2] the host is asked to accept it or to phone; nobody else is', () => {
    const shutOut = { people: [danas('unprotected')] };
    const hosts = banner({ ...shutOut, console: aConsole(), can: MAY_ACCEPT });

    expect(hosts).toContain(PROTECTION.untilYou);
    for (const words of [PROTECTION.accept, PROTECTION.phone, PROTECTION.decide]) {
      expect(hosts).toContain(words);
      expect(banner(shutOut)).not.toContain(words);
    }
    expect(banner(shutOut)).toContain(PROTECTION.untilHost);
  });

  test('[SAFE-2] at the door as well, before it is let in', () => {
    const atTheDoor = (protection: ProtectedIs) =>
      renderToStaticMarkup(
        <Waiting
          entry={aLobbyEntry('Dana', { protection })}
          beside={[]}
          admissions={[]}
          can={MAY_ACCEPT}
          send={send}
          now={0}
          onFocusLost={nothing}
        />,
      );

    expect(atTheDoor('unprotected')).toContain(PROTECTION.atTheDoor);
    expect(atTheDoor('unprotectedAccepted')).toContain(PROTECTION.accepted);
    for (const is of ['protected', 'notYet'] as const) expect(atTheDoor(is)).not.toContain(PROTECTION.atTheDoor);
  });

  test('[SAFE-2] whose own device it is reads that nobody sees or hears them, and what to do', () => {
    const own = {
      me: me('Dana', { role: 'colleague' as const, protection: { key: null, is: 'unprotected' as const } }),
    };
    const view = aRoom({ ...own, people: [danas('unprotected')] });
    const page = renderToStaticMarkup(<Banner view={view} send={send} />);

    expect(page).toContain(PROTECTION.ownNext);
    expect(banner({ people: [danas('unprotected')] })).not.toContain(PROTECTION.ownNext);
  });

  test('[SAFE-2] one’s own is called so', () => {
    const view = aRoom({ me: me('Dana'), people: [danas('unprotected'), aPerson('Sam')] });

    expect(devicesThatAre(view, 'unprotected').map(({ says }) => says)).toEqual(['Your phone']);
  });
});

describe('a device that has not said', () => {
  const silent = (change = {}) => ({
    me: AMINA,
    console: aConsole({
      roster: [aRosterEntry('Sam', { devices: [aHostDevice('Sam-phone', change)] })],
      rooms: [aRoomOf('main', { devices: [sitting('Sam-phone', 'Sam'), sitting('Amina-phone', 'Amina')] })],
    }),
  });
  const said = (view: Parameters<typeof notSaid>[0], now: number) => notSaid(view, now).map(({ says }) => says);

  test('[SAFE-2] is named to the host after some seconds, and not in its first', () => {
    expect(said(silent(), 1_000)).toEqual([]);
    expect(said(silent(), 9_000)).toEqual(['Sam’s phone']);
  });

  test('[SAFE-2] is not named once it has said, nor while its line is lost, nor to others', () => {
    expect(said(silent({ protection: { key: null, is: 'unprotected' } }), 9_000)).toEqual([]);
    expect(said(silent({ connection: 'reconnecting' }), 9_000)).toEqual([]);
    expect(said({ me: AMINA, console: null }, 9_000)).toEqual([]);
  });
});

describe('comparing', () => {
  test('[SAFE-2] whoever leads is asked to read the pictures aloud; others see the pictures', () => {
    for (const words of [WORDS.start, WORDS.begin, WORDS.differ]) {
      expect(compare({})).toContain(words);
      expect(compare({ can: { 'protection.check': 'nobodyToCompare' } })).not.toContain(words);
      expect(compare({ can: {} })).not.toContain(words);
    }
    expect(compare({ can: {} })).toContain('Pictures');
  });

  test('[SAFE-2] what was read are the pictures that stood there when reading began, and no others', () => {
    const shown = (name: string, key: string | null) => ({ session: `${name}-phone` as SessionId, key });
    const devices = [shown('Dana', 'd'), shown('Amina', 'a')];
    const read = { devices, madeOf: 'roles', number: 'mine', before: 'earlier', wasThere: false, isOver: false };
    const is = (now: readonly ShownKey[], number: string | null = 'mine', madeOf = 'roles') =>
      readingIs(read, { devices: now, madeOf, number });

    expect(readingIs(null, { devices, madeOf: 'roles', number: null })).toBe('notBegun');
    expect(is(devices, 'mine', 'other roles')).toBe('over');
    expect(readingIs({ ...read, isOver: true }, { devices, madeOf: 'roles', number: 'mine' })).toBe('over');
    expect(is([shown('Amina', 'a'), shown('Dana', 'd')])).toBe('there');
    expect(is(devices, 'earlier')).toBe('coming');
    for (const number of [null, 'somebody else’s']) expect(is(devices, number)).toBe('over');
    expect(is([shown('Dana', 'other'), shown('Amina', 'a')])).toBe('over');
    expect(is([shown('Dana', null), shown('Amina', 'a')])).toBe('over');
    expect(is([...devices, shown('Sam', 's')])).toBe('over');
    expect(is([shown('Amina', 'a')])).toBe('over');
  });

  test('[SAFE-2] a number that comes late brings the pictures; one that goes back again, or to whichever, ends the reading', () => {
    const devices = [{ session: 'Dana-phone' as SessionId, key: 'd' }];
    const begun = { devices, madeOf: 'roles', number: 'mine', before: 'earlier', wasThere: false, isOver: false };
    const through = (...numbers: readonly string[]): readonly ReadingIs[] => {
      let reading: Reading | null = begun;
      return numbers.map((number) => {
        const now: PicturesNow = { devices, madeOf: 'roles', number };
        reading = readingWith(reading, now);
        return readingIs(reading, now);
      });
    };

    expect(through('earlier', 'earlier', 'mine', 'mine')).toEqual(['coming', 'coming', 'there', 'there']);
    expect(through('earlier', 'mine', 'earlier', 'mine')).toEqual(['coming', 'there', 'over', 'over']);
    expect(through('earlier', 'another', 'mine')).toEqual(['coming', 'over', 'over']);
  });

  test('[SAFE-2] where it is refused to begin, nothing is being read and it can be begun again; a later reading stays', async () => {
    const begun: Reading = {
      ...{ devices: [], madeOf: 'roles', number: 'mine', before: null },
      ...{ wasThere: false, isOver: false },
    };
    const afterwards = async (isDone: boolean, later: Reading | null = null): Promise<Reading | null> => {
      let reading: Reading | null = null;
      const compared = {
        begin: () => {
          reading = begun;
          return begun;
        },
        giveUp: (number: string) => {
          reading = givenUp(later ?? reading, number);
        },
      };
      await beginReading(compared, async () => isDone);
      return reading;
    };

    expect(await afterwards(true)).toBe(begun);
    expect(await afterwards(false)).toBe(null);
    expect(await afterwards(false, { ...begun, number: 'later' })).toMatchObject({ number: 'later' });
    expect(
      renderToStaticMarkup(<Steps is="notBegun" isBusy={false} onBegin={nothing} onSame={nothing} />),
    ).not.toContain('aria-busy="true"');
  });

  test('[SAFE-2] while the new pictures are coming the old ones are not to be seen, so that nobody reads those', () => {
    const seen = (is: ReadingIs) => renderToStaticMarkup(<Drawn is={is} drawn="Pictures" />);

    expect(seen('coming')).toContain(PROTECTION.pictures.coming);
    expect(seen('coming')).not.toContain('Pictures');
    for (const is of ['notBegun', 'there', 'over'] as const) expect(seen(is)).toContain('Pictures');
  });

  test('[SAFE-2] that they are the same can be said only of pictures that have come with one’s own number', () => {
    const steps = (is: ReadingIs) =>
      renderToStaticMarkup(<Steps is={is} isBusy={false} onBegin={nothing} onSame={nothing} />);

    expect(steps('there')).toContain(WORDS.read);
    expect(steps('there')).toContain(WORDS.same);
    for (const is of ['notBegun', 'coming', 'over'] as const) expect(steps(is)).not.toContain(WORDS.same);
    expect(steps('over')).toContain(WORDS.changed);
    expect(steps('over')).toContain(WORDS.beginAgain);
    expect(steps('coming')).toContain('aria-busy');
    expect(steps('coming')).not.toContain(WORDS.start);
  });

  test('[SAFE-2] that they were the same stands there with its time for as long as it holds, whatever the server says', () => {
    const at = 1_780_000_000_000 as Instant;
    const told = { protection: { is: 'everyone', checkedAt: at, number: null } } as const;
    const page = compare(told, 'same');

    expect(page).toContain(WORDS.checked(sayClock(at)));
    expect(page).not.toContain(WORDS.begin);
    for (const is of ['never', 'over'] as const) {
      expect(compare(told, is)).not.toContain(WORDS.checked(sayClock(at)));
      expect(compare(told, is)).toContain(WORDS.begin);
    }
    expect(compare(told, 'over')).toContain(WORDS.again);
    expect(compare({}, 'over')).toContain(WORDS.again);
    expect(compare({}, 'never')).not.toContain(WORDS.again);
  });

  test('[SAFE-2] when they are not the same: stop, end the call, phone on a number known before', () => {
    const page = renderToStaticMarkup(<NotTheSame onEnd={nothing} onBack={nothing} />);

    for (const step of WORDS.steps) expect(page).toContain(step);
    expect(page).toContain(WORDS.end);
    expect(renderToStaticMarkup(<NotTheSame onEnd={null} onBack={nothing} />)).not.toContain(WORDS.end);
  });
});

test('[SAFE-2] every professional reads who can see and hear, and never more than is so', () => {
  const about = (change: Partial<RoomView>) =>
    renderToStaticMarkup(
      <About
        view={aRoom({ me: AMINA, ...change })}
        send={send}
        compared={{ pictures: { drawn: null, shown: [], madeOf: '', compared: 'never' }, onEnd: null }}
      />,
    );

  expect(about({})).toContain(PROTECTION.onlyThese);
  expect(about({ protection: OPEN })).not.toContain(PROTECTION.onlyThese);
  expect(about({ me: me('Amina', { role: 'host' }) })).not.toContain(PROTECTION.onlyThese);
  expect(about({ room: { ...aRoom().room, mark: 'blue' } })).toContain(PROTECTION.onlyInRoom);
});

test('[SAFE-2] only those devices are meant that are named', () => {
  const view = aRoom({ me: AMINA, people: [danas('unprotected'), aPerson('Sam')] });

  expect(devicesThatAre(view, 'unprotected').map(({ session }) => session)).toEqual(['Dana-phone' as SessionId]);
  expect(devicesThatAre(view, 'unprotectedAccepted')).toEqual([]);
});
