import type { OwnHousehold } from '@doorstep/shared/visit/viewShape.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Reader } from '../../content/family/reader.ts';
import { aDoor } from '../../visit/testViews.ts';
import { type Draft, MOST_BESIDE } from './draft.ts';
import type { DraftMemory } from './draftMemory.ts';
import { HouseholdScreen } from './HouseholdScreen.tsx';
import { WhoIsWithYou } from './WhoIsWithYou.tsx';

const remembering = (draft: Draft | null): DraftMemory => ({
  recall: () => draft,
  keep: () => undefined,
  forget: () => undefined,
});

const read = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const said = (before: OwnHousehold, kept: Draft | null = null, reader: Reader = 'adult'): string =>
  read(
    renderToStaticMarkup(
      <WhoIsWithYou
        reader={reader}
        before={before}
        memory={remembering(kept)}
        onTell={async () => null}
        skip={{ label: 'Later', onSkip: () => undefined }}
      />,
    ),
  );

const RUTH = { name: 'Ruth', relationship: 'Gran' };

test('[JOIN-5] “Nobody else” comes first, then that somebody is there, and one need not answer', () => {
  expect(said(null)).toBe('Nobody else Somebody is with me Later');
  expect(said([], null, 'child')).toBe('Only me Somebody is here Later');
});

test('[JOIN-5] whoever is asked again reads what they said before, and can take each of them off', () => {
  expect(said([RUTH])).toBe('Ruth (Gran) Take off Ruth That is everyone Add somebody else Later');
});

test('[JOIN-5] what was being typed comes before what was said', () => {
  const kept: Draft = { people: [], adding: { name: 'Ol', tapped: { is: 'own' }, ownWord: 'neighbour' } };

  expect(said([RUTH], kept)).toMatch(/^Who are they to you\? .* In your own words First name/);
});

test('[JOIN-5] with eight on the list nobody more is offered, and it says what to do', () => {
  const eight = Array.from({ length: MOST_BESIDE }, (_, at) => ({ name: `Person ${at}`, relationship: '' }));

  expect(said(eight)).toContain('Eight people fit here.');
  expect(said(eight)).not.toContain('Add somebody else');
});

test('[JOIN-5] the screen at the door says why it is asked, in whose name, and that one may skip it', () => {
  const door = aDoor('arriving', { invitedBy: { name: 'Amina Okafor', role: 'host' } });
  const page = (
    <HouseholdScreen door={door} memory={remembering(null)} onTell={async () => null} onSkip={() => undefined} />
  );

  expect(read(renderToStaticMarkup(page))).toBe(
    'Who is there with you? Amina Okafor can only see your picture. Who else is in the room? Others in the meeting can read it. Only me Somebody is here Not now You do not have to say. That is fine.',
  );
});
