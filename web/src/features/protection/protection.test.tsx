import { readFileSync } from 'node:fs';
import { SAFETY_PICTURES, safetyCode } from '@doorstep/shared/sframe/safetyCode.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { ProtectedIs } from '@doorstep/shared/visit/protection/state.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { drawingOf, PICTURES } from '../../content/family/pictures.ts';
import { protection } from '../../content/family/protection.ts';
import { aDevice, aPerson, aRoom, me } from '../../visit/testViews.ts';
import { FamilyLine } from './FamilyLine.tsx';
import { FamilySheet } from './FamilySheet.tsx';
import { safetyMembers, shownKeys } from './members.ts';
import { Pictures } from './SafetyPictures.tsx';
import { standing } from './standing.ts';
import type { ComparedIs } from './useComparedHere.ts';

const SAY = protection.adult;
const nothing = () => undefined;
const keyOf = (who: string) => ({ key: `key-of-${who}`, is: 'protected' as const });
const withKey = (name: string, key = keyOf(name)) =>
  aPerson(name, { devices: [aDevice(`${name}-phone`, { protection: key })] });

/** As Dana's own phone sees the room. */
const room = (is: ProtectedIs, change: Partial<RoomView> = {}): RoomView =>
  aRoom({
    me: me('Dana', { role: 'parent', protection: { key: is === 'protected' ? 'key-of-Dana' : null, is } }),
    people: [withKey('Dana'), withKey('Sam')],
    ...change,
  });
const OPEN = { protection: { is: 'unprotected' as const, checkedAt: null, number: null } };
const CHECKED = { protection: { is: 'everyone' as const, checkedAt: 0 as Instant, number: null } };
const line = (view: RoomView, isNarrow = false) =>
  renderToStaticMarkup(<FamilyLine view={view} isNarrow={isNarrow} onMore={nothing} />);
const sheet = (view: RoomView, compared: ComparedIs = 'never') =>
  renderToStaticMarkup(
    <FamilySheet view={view} ownKey={view.me.protection.key} compared={compared} onClose={nothing} />,
  );

describe('the pictures', () => {
  test('[SAFE-2] there is one for each number of a code, and each has a name and a drawing of its own', () => {
    const drawn = readFileSync(new URL('../../../public/pictures.svg', import.meta.url), 'utf8');
    const drawings = [...drawn.matchAll(/<symbol id="([\w-]+)"[^>]*>(.*?)<\/symbol>/g)].map(([, id, lines]) => ({
      id,
      lines,
    }));

    expect(PICTURES).toHaveLength(SAFETY_PICTURES);
    expect(new Set(PICTURES).size).toBe(SAFETY_PICTURES);
    expect(drawings.map(({ id }) => `/pictures.svg#${id}`)).toEqual(PICTURES.map(drawingOf));
    expect(new Set(drawings.map(({ lines }) => lines)).size).toBe(SAFETY_PICTURES);
  });

  test('[SAFE-2] stand in their order with their names, also one that comes twice', () => {
    const page = renderToStaticMarkup(<Pictures code={[15, 0, 15]} label="Pictures" />);

    expect([...page.matchAll(/<span>(.*?)<\/span>/g)].map(([, name]) => name)).toEqual(['cat', 'apple', 'cat']);
  });
});

describe('who is in a code', () => {
  test('[SAFE-2] every device in the room that has a key, the same for everybody in it', async () => {
    const people = [
      withKey('Sam'),
      aPerson('Dana', {
        devices: [
          aDevice('Dana-phone', { protection: keyOf('Dana') }),
          aDevice('Dana-tablet', { protection: keyOf('Dana-tablet') }),
          aDevice('Dana-old', { protection: { key: null, is: 'unprotectedAccepted' } }),
        ],
      }),
    ];
    const danas = safetyMembers({ people, me: me('Dana') }, 'key-of-Dana');
    const sams = safetyMembers({ people: [...people].reverse(), me: me('Sam') }, 'key-of-Sam');

    expect(danas?.map(({ session }) => session)).toEqual(['Sam-phone', 'Dana-phone', 'Dana-tablet']);
    expect(await safetyCode(danas ?? [])).toEqual(await safetyCode(sams ?? []));
  });

  test('[SAFE-2] of oneself it is one’s own key, whatever the server says it is: who stands between is seen', async () => {
    const between = { key: 'key-of-nobody-here', is: 'protected' as const };
    // To each side the other one has a key of whoever stands between, and so has that side itself.
    const people = [withKey('Dana', between), withKey('Sam', between)];
    const danas = safetyMembers({ people, me: me('Dana') }, 'key-of-Dana');
    const sams = safetyMembers({ people, me: me('Sam') }, 'key-of-Sam');

    expect(danas?.find(({ session }) => session === 'Dana-phone')?.publicKey).toBe('key-of-Dana');
    expect(await safetyCode(danas ?? [])).not.toEqual(await safetyCode(sams ?? []));
  });

  test('[SAFE-2] named are all devices, also without a key, and one’s own with one’s own key', () => {
    const people = [withKey('Dana', { key: 'key-of-nobody-here', is: 'protected' }), withKey('Sam'), aPerson('Ray')];

    expect(shownKeys({ people, me: me('Dana') }, 'key-of-Dana')).toEqual([
      { session: 'Dana-phone', key: 'key-of-Dana' },
      { session: 'Sam-phone', key: 'key-of-Sam' },
      { session: 'Ray-phone', key: null },
    ]);
  });

  test('[SAFE-2] nobody, while this device has no key or everybody else has none', () => {
    const alone = aPerson('Sam', { devices: [aDevice('Sam-phone')] });

    expect(safetyMembers({ people: [withKey('Dana'), withKey('Sam')], me: me('Dana') }, null)).toBeNull();
    expect(safetyMembers({ people: [withKey('Dana'), alone], me: me('Dana') }, 'key-of-Dana')).toBeNull();
  });
});

describe('what a family is told', () => {
  test('[SAFE-2] that nobody else sees and hears, only while everybody’s device and one’s own are protected', () => {
    expect(line(room('protected'))).toContain(SAY.onlyThese);
    for (const view of [
      room('notYet'),
      room('unprotected'),
      room('unprotectedAccepted', OPEN),
      room('protected', OPEN),
      room('notYet', OPEN),
    ]) {
      expect(line(view)).not.toContain(SAY.onlyThese);
      expect(sheet(view)).not.toContain(SAY.means[0]);
    }
  });

  test('[SAFE-2] that it is not so, for as long as it is not, also beside a question', () => {
    expect(line(room('protected', OPEN), true)).toContain(SAY.open);
    expect(line(room('unprotectedAccepted', OPEN), true)).toContain(SAY.ownOpen);
    expect(line(room('protected'), true)).not.toContain('<button');
    expect(line(room('notYet'))).toBe('<div role="status"></div>');
  });

  test('[SAFE-2] never whose device it is that cannot', () => {
    const old = aPerson('Sam', {
      devices: [aDevice('Sam-phone', { protection: { key: null, is: 'unprotectedAccepted' } })],
    });
    const view = room('protected', { ...OPEN, people: [withKey('Dana'), old] });

    expect(line(view) + sheet(view)).not.toContain('Sam');
  });

  test('[SAFE-2] in plain words what it means, what it does not keep away, and that the pictures were compared', () => {
    const page = sheet(room('protected', CHECKED), 'same');

    for (const words of [SAY.onlyThese, SAY.means.join(' '), SAY.limits, SAY.pictures.what, 'they were the same'])
      expect(page).toContain(words);
    expect(page).not.toContain(SAY.pictures.notChecked);
    expect(sheet(room('protected'))).not.toContain('they were the same');
    expect(sheet(room('protected'))).not.toContain(SAY.pictures.notChecked);
  });

  test('[SAFE-2] that the pictures are other ones than those that were compared, whatever the server says of them', () => {
    for (const view of [room('protected', CHECKED), room('protected')]) {
      expect(sheet(view, 'over')).toContain(SAY.pictures.notChecked);
      expect(sheet(view, 'over')).not.toContain('they were the same');
    }
  });

  test('[SAFE-2] on a device that waits for the worker’s word that nobody sees or hears it, and no pictures', () => {
    const page = sheet(room('unprotected'));

    expect(page).toContain(SAY.waitingUnseen);
    expect(page).toContain(SAY.waitingNext);
    expect(page).not.toContain(SAY.pictures.heading);
  });

  test('[SAFE-2] one’s own device goes before those of others', () => {
    const is: readonly ProtectedIs[] = ['protected', 'notYet', 'unprotected', 'unprotectedAccepted'];

    expect(is.map((one) => standing(room(one)))).toEqual(['locked', 'settingUp', 'waiting', 'ownOpen']);
    expect(is.map((one) => standing(room(one, OPEN)))).toEqual(['open', 'open', 'waiting', 'ownOpen']);
  });
});
