import type { ParticipantId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { CaseId } from '@doorstep/shared/visit/unknown/state.ts';
import type { UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import { sayMatter } from './matters.ts';

const matter: UnknownView = {
  id: 'case' as CaseId,
  about: { is: 'device', session: 'phone-2' as SessionId, participant: 'dana' as ParticipantId },
  why: 'anotherDevice',
  by: null,
  state: 'introduced',
  open: false,
  steps: [],
  whose: 'Dana Hughes',
  device: 'phone',
  noticedBy: null,
};

test('[UNK-2] the record says in a line what each matter was about, and who noticed it', () => {
  const nearby = { is: 'nearby', session: null } as const;
  const reported = { ...matter, why: 'reported', noticedBy: 'Priya Shah' } as const;
  expect(
    [matter, reported, { ...reported, about: nearby }, { ...reported, about: nearby, whose: null, device: null }].map(
      sayMatter,
    ),
  ).toEqual([
    'A second device, a phone, used Dana Hughes’s link',
    'Somebody unknown was on Dana Hughes’s phone, noticed by Priya Shah',
    'Somebody was seen or heard near Dana Hughes’s phone, noticed by Priya Shah',
    'Somebody was seen or heard off camera, noticed by Priya Shah',
  ]);
});
