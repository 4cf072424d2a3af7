import type { Instant, ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { OrderHeld } from '@doorstep/shared/visit/separation/record.ts';
import type { Can, KeptApartView, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { aRosterEntry } from '../../visit/testViews.ts';
import { ApartDialog } from './ApartDialog.tsx';
import { KeepApart } from './KeepApart.tsx';
import { KeptApartFacts } from './KeptApartFacts.tsx';
import { KeptApartHere } from './KeptApartHere.tsx';
import { KeptApartRecord } from './KeptApartRecord.tsx';

const id = (name: string) => name as ParticipantId;
const entry = (name: string, change: Partial<RosterEntry> = {}): RosterEntry =>
  aRosterEntry(name, { helps: null, keptApart: null, isStranger: false, ...change });
const done = async (): Promise<null> => null;

const DANA = entry('Dana', { keptApart: { is: 'these', people: [id('Ray')] } });
const RAY = entry('Ray', { role: 'householdMember' });
const VIC = entry('Vic', { role: 'householdMember', isStranger: true });
const LENA = entry('Lena', { role: 'otherProfessional' });
const ORDERS: Can = { 'separation.order:Dana': 'yes', 'separation.order:Ray': 'yes', 'separation.vouch:Vic': 'yes' };

const words = (page: string): string =>
  page
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const facts = (roster: readonly RosterEntry[], of: RosterEntry, can: Can = ORDERS): string =>
  words(renderToStaticMarkup(<KeptApartFacts roster={roster} entry={of} can={can} act={done} />));
const section = (roster: readonly RosterEntry[], can: Can = ORDERS): string =>
  words(renderToStaticMarkup(<KeepApart roster={roster} can={can} act={done} timesCalled={0} />));

test('[PLAN-10] the row of each of the two says from whom they are kept apart; nobody else’s says anything', () => {
  const roster = [DANA, RAY, entry('Sam', { role: 'child' }), LENA];
  expect(roster.map((one) => facts(roster, one))).toEqual(['Kept apart from Ray', 'Kept apart from Dana', '', '']);
});

test('[PLAN-10] whoever came unexpectedly is shown as kept from the protected, to be let go by the host alone', () => {
  const roster = [DANA, RAY, VIC];
  expect(facts(roster, VIC)).toBe(
    'Came unexpectedly, so kept apart from everyone protected until you say otherwise: Dana They may meet Vic and the others',
  );
  expect(facts(roster, VIC, {})).not.toContain('They may meet');
  expect(facts(roster, RAY)).not.toContain('They may meet');
});

test('[PLAN-10] a colleague reads on the page of the visit of whom nothing may be said to whom; nothing where nobody is kept apart', () => {
  const said = (keptApart: readonly KeptApartView[]) =>
    words(renderToStaticMarkup(<KeptApartHere staff={{ keptApart }} />));
  expect(
    said([
      { names: ['Dana'], from: ['Ray'] },
      { names: ['Mia', 'Tom'], from: ['Ray', 'Vic'] },
    ]),
  ).toBe(
    'People are kept apart Dana and Ray are kept apart. Mia and Tom are kept apart from Ray and Vic. Do not speak of one to the other. Neither may learn that the other is in this visit.',
  );
  expect(said([])).toBe('');
});

test('[PRIV-6] the row of an interpreter or supporter says for whom they are there', () => {
  const iona = entry('Iona', { role: 'interpreter', helps: id('Ray') });
  const jo = entry('Jo', { role: 'supporter', helps: id('Dana') });
  const roster = [entry('Dana'), RAY, iona, jo];
  expect([iona, jo, RAY].map((one) => facts(roster, one))).toEqual(['Interprets for Ray', 'Supports Dana', '']);
});

test('[PLAN-10] the section says what it does, has each of the family and no professional, and changes only where one may', () => {
  const said = section([DANA, RAY, LENA]);
  expect(said).toContain('Is there anybody who must not know that somebody else is in this visit?');
  expect(said).toContain(
    'They each have their own waiting room and their own meeting room. Neither learns that the other is there. You move between them.',
  );
  expect(said).toContain('Dana Kept apart from Ray Change who Dana is kept apart from');
  expect(said).not.toContain('Lena');
  expect(section([DANA, RAY], {})).not.toContain('Change');
});

test('[PLAN-10] where there are not two of the family, there is nobody to keep apart', () => {
  expect(section([DANA, LENA])).toBe('');
});

test('[PLAN-10] whoever changes it after links were sent is told that messages cannot be taken back', () => {
  const link = { id: 'link', sent: true, opened: false, revoked: false, expiresAt: 0 } as never;
  const dialog = (family: readonly RosterEntry[]): string =>
    words(renderToStaticMarkup(<ApartDialog family={family} entry={RAY} act={done} onClose={() => {}} />));
  expect(dialog([DANA, RAY])).not.toContain('cannot be taken back');
  expect(dialog([{ ...DANA, invitation: link }, RAY])).toContain('cannot be taken back');
  expect(dialog([DANA, RAY])).toContain('Ray is kept apart from Dana already');
});

test('[PLAN-10] an ended visit says who was kept apart from whom and how long, also that nobody was', () => {
  const at = (time: string) => new Date(time).getTime() as Instant;
  const page = (orders: readonly OrderHeld[]): string =>
    words(
      renderToStaticMarkup(
        <KeptApartRecord
          kept={{ orders, vouched: orders.length === 0 ? [] : [{ name: 'Vic', at: at('2026-11-22T14:40') }] }}
          endedAt={at('2026-11-22T15:00')}
          now={at('2026-11-25T10:00')}
        />,
      ),
    );
  const dana = { participant: id('Dana'), name: 'Dana', is: 'these', names: ['Ray', 'Vic'] } as const;
  const sam = { participant: id('Sam'), name: 'Sam', is: 'allBut', names: [] } as const;
  const [days, before] = [at('2026-11-20T09:05'), at('2026-11-22T14:30')];
  expect(page([])).toContain('Nobody was kept apart from anybody in this visit.');
  const said = page([
    { ...dana, from: days, until: null },
    { ...sam, from: days, until: before },
  ]);
  expect(said).toContain('Dana Kept apart from Ray and Vic Friday 20 November, 09:05 To the end');
  expect(said).toContain('Sam Kept apart from everyone of the family Friday 20 November, 09:05 14:30');
  expect(said).toContain('Vic Came unexpectedly. You said that they may meet the others. 14:40');
});
