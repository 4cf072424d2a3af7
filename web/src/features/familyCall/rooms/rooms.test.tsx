import type { Instant, RoomId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { aDevice, aPerson, aRoom, me, SEATED_AT } from '../../../visit/testViews.ts';
import { AloneQuestion } from './AloneQuestion.tsx';
import { askedOf } from './askedOf.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { Held } from './Held.tsx';
import { HostWords } from './HostWords.tsx';
import { Invited } from './Invited.tsx';
import { Late } from './Late.tsx';
import { MovingWords } from './MovingWords.tsx';
import { RoomBand } from './RoomBand.tsx';
import { WaitingForOk } from './WaitingForOk.tsx';
import { sayWhere } from './WhereYouAre.tsx';

const visit = { send: async () => ({ ok: true }) as const };
const nothing = () => undefined;
const read = (page: ReactNode): string =>
  renderToStaticMarkup(page)
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const AMINA = aPerson('Amina', { role: 'host', devices: [aDevice('Amina-laptop')] });
const inBlue = (change: Partial<RoomView> = {}): RoomView =>
  aRoom({
    room: {
      id: 'blue' as RoomId,
      kind: 'private',
      since: SEATED_AT,
      mark: 'blue',
      heldSince: null,
      cover: null,
      words: null,
    },
    people: [AMINA, aPerson('Mia', { role: 'child' })],
    can: { 'room.leave': 'yes', 'alone.answer': 'yes' },
    ...change,
  });
const band = (view: RoomView, isLate = false) => (
  <RoomBand view={view} visit={visit} isAsking={false} isLate={isLate} onAlone={nothing} />
);

test('[PRIV-2] a private room says in colour, shape and words which it is and with whom; a main room says nothing', () => {
  expect(read(band(inBlue()))).toBe(
    'You are in the blue room with Amina. Only people in this room can see and hear you. Go back Is someone with you?',
  );
  expect(renderToStaticMarkup(band(inBlue()))).toContain('data-room="blue"');
  expect(read(band(aRoom({ people: [AMINA] })))).toBe('');
});

test('[SAFE-2] [PRIV-2] that only those in the room see and hear is said only while it is so', () => {
  const only = 'Only people in this room can see and hear you.';
  const open = inBlue({ protection: { is: 'unprotected', checkedAt: null, number: null } });
  const shutOut = inBlue({ me: me('Mia', { role: 'child', protection: { key: null, is: 'unprotected' } }) });

  for (const view of [open, shutOut]) expect(read(band(view)) + sayWhere(view)).not.toContain(only);
  expect(read(band(inBlue()))).toContain(only);
});

test('[SAFE-2] a device that waits to be accepted reads that nobody sees or hears it, and what it can do', () => {
  const view = inBlue({ me: me('Mia', { role: 'child', protection: { key: null, is: 'unprotected' } }) });

  expect(read(<WaitingForOk view={view} phoneMe="Please phone me instead" />)).toMatch(
    /^Please wait a moment\. .*You did nothing wrong\..* Nobody can see or hear you now.* You can just wait here\. Or ask us to phone you\. Please phone me instead$/,
  );
});

test('[PRIV-7] the way back is there for whoever is in it, and alone in it too', () => {
  const alone = inBlue({ people: [aPerson('Mia', { role: 'child' })] });

  expect(read(band(alone))).toMatch(/^You are in the blue room\. .* Go back/);
  expect(sayWhere(alone)).toBe('You are in the blue room. Only people in this room can see and hear you.');
});

const invited = (change: Partial<NonNullable<RoomView['invitedTo']>> = {}, role: 'child' | 'parent' = 'parent') =>
  read(
    <Invited
      view={aRoom({
        me: me('Mia', { role }),
        invitedTo: { mark: 'green', brings: [], company: [{ name: 'Amina', role: 'host' }], ...change },
      })}
      visit={visit}
    />,
  );

test('[PRIV-7] whoever is asked to come reads who is there, and can say no as easily as yes', () => {
  expect(invited()).toBe(
    'You will see there: Amina (Your worker) Only people in that room will see and hear you. You can go back at any time. Go there Stay here',
  );
  expect(invited({ company: [] }, 'child')).toMatch(/^Nobody is there yet\..* Yes, go there No, stay here$/);
});

test('[PRIV-6] whoever has an interpreter or supporter with them goes with them, or says that they need not come', () => {
  expect(invited({ brings: ['Lena'] })).toMatch(/ Go with Lena Stay here Go without Lena$/);
  expect(invited()).not.toContain('without');
});

test('[PRIV-8] the question is answered by one of three pictures, and no answer stands on the screen afterwards', () => {
  const page = <AloneQuestion reader="child" asked={false} visit={visit} onAnswered={nothing} onClose={nothing} />;

  expect(read(page)).toMatch(/Just me Somebody is here I am not sure Close$/);
  expect(renderToStaticMarkup(page)).not.toMatch(/aria-pressed|checked/);
});

test('[PRIV-10] in a room that is held nobody can be seen or heard, and a clock says for how long', () => {
  const view = inBlue({ people: [aPerson('Mia', { role: 'child' })] });
  const held = <Held view={view} since={Date.now() - 65_500} phoneMe="Please phone me instead" />;

  expect(read(held)).toBe(
    'Nobody can see or hear you now. Your worker will be back soon. You did nothing wrong. You can just wait here. 1:05 Please phone me instead',
  );
});

test('[PRIV-5] what the host wants to be read meanwhile stands in the place of the usual words', () => {
  const { room } = inBlue();
  const said = read(
    <Held view={inBlue({ room: { ...room, cover: 'Amina makes a phone call.' } })} since={0} phoneMe="" />,
  );

  expect(said).toContain('Nobody can see or hear you now. Amina makes a phone call.');
  expect(said).not.toContain('will be back');
});

test('[PRIV-10] somebody whose line is lost is still named', () => {
  expect(read(<Held view={inBlue()} since={0} phoneMe="" />)).toContain('Amina will be back soon.');
});

test('[PRIV-4] who is away is said as the host chose, and of two who talk with each other once', () => {
  const sam = { name: 'Sam', withWhom: ['Amina'] };

  expect(read(<Elsewhere elsewhere={[sam, { name: 'Amina', withWhom: ['Sam'] }]} reader="adult" />)).toBe(
    'Sam is talking with Amina.',
  );
  expect(read(<Elsewhere elsewhere={[{ name: 'Sam', withWhom: null }]} reader="adult" />)).toBe(
    'Sam is away for a moment.',
  );
  expect(read(<Elsewhere elsewhere={[]} reader="adult" />)).toBe('');
});

test('[PRIV-9] what the host tells the room stands there until it is read', () => {
  const { room } = inBlue();
  const words = { words: 'Five more minutes', at: 1 as Instant };

  expect(read(<HostWords view={inBlue({ room: { ...room, words } })} />)).toBe('Amina says: Five more minutes OK');
  expect(read(<HostWords view={inBlue()} />)).toBe('');
});

test('[PRIV-3] on the way it is said where to, and on the way back not from where', () => {
  expect(read(<MovingWords mark="blue" reader="adult" />)).toBe('Moving to the blue room …');
  expect(read(<MovingWords mark={null} reader="child" />)).toBe('Going back …');
});

test('[PRIV-3] on the way for longer than any move should take: where to, that nobody sees or hears them, and the phone', () => {
  const late = (mark: 'blue' | null) => read(<Late mark={mark} reader="child" phoneMe="Please phone me instead" />);

  expect(late('blue')).toBe(
    'We are still bringing you to the blue room. Nobody can see or hear you now. The internet is slow. This takes longer. You did nothing wrong. You can just wait here. Please phone me instead',
  );
  expect(late(null)).toMatch(/^We are still bringing you back\. /);
});

test('[PRIV-3] whoever has not arrived does not read that they are in the room, and can turn back', () => {
  expect(read(band(inBlue(), true))).toBe('On the way to the blue room Go back');
});

test('[PRIV-8] who is with them is asked of those who have arrived, not on the way', () => {
  const asked = inBlue({ me: me('Mia', { asked: { ...me('Mia').asked, alone: true } }) });

  expect(askedOf(asked, 'late').alone).toBe(false);
  expect(askedOf(asked, 'not').alone).toBe(true);
});
