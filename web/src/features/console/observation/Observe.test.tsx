import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { Can } from '@doorstep/shared/visit/viewShape.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Drafts } from '../../../drafts/Drafts.ts';
import { OpenDrafts } from '../../../drafts/OpenDrafts.ts';
import type { RosterLine } from '../roster/rosterLines.ts';
import { Observe } from './Observe.tsx';

const SAM: RosterLine = {
  participant: 'sam' as ParticipantId,
  name: 'Sam',
  role: 'child',
  relationship: '',
  known: 'link',
  state: 'here',
  since: 0,
  addedLate: false,
  quickExit: false,
  introduced: 'notYet',
  speech: 'speaks',
  observed: null,
  devices: [],
};
const MAY: Can = { 'observation.note:sam': 'yes', 'observation.note:mia': 'yes' };

function shown(change: Partial<RosterLine> = {}, can: Can = MAY, room = 'main'): string {
  const drafts = new Drafts(() => {
    throw new Error('Nothing is kept here');
  }, 'visit');
  drafts.write('observed:main:sam|', 'Draws a house');
  return renderToStaticMarkup(
    <OpenDrafts value={drafts}>
      <Observe room={room} line={{ ...SAM, ...change }} can={can} send={async () => ({ ok: true })} />
    </OpenDrafts>,
  );
}

test('[SEE-6] what was typed of one child stands there when the card is opened again, and never at another child', () => {
  expect(shown()).toContain('Draws a house');
  expect(shown({ participant: 'mia' as ParticipantId, name: 'Mia' })).not.toContain('Draws a house');
});

test('[PRIV-2] what was typed in one room is not there in another', () => {
  expect(shown({}, MAY, 'main-2')).not.toContain('Draws a house');
});

test('[SEE-6] of a child who does not speak yet the host reads what to look for', () => {
  expect(shown({ speech: 'notYet' })).toContain('Does not speak yet, so look');
  expect(shown()).not.toContain('Does not speak yet');
});

test('[SEE-6] is offered to nobody who may not write it', () => {
  expect(shown({}, {})).toBe('');
});
