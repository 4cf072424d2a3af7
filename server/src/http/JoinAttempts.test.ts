import { NOON } from '@doorstep/shared/testing/personas.ts';
import { PLACE_KEPT } from '@doorstep/shared/visit/deadlines.ts';
import { after, type ParticipantId, type SessionId, type VisitId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { JoinAttempts } from './JoinAttempts.ts';

const SEAT = { visit: 'v_1' as VisitId, participant: 'p_1' as ParticipantId, session: 's_1' as SessionId };
const LATER = after(NOON, PLACE_KEPT);

test('[CARE-5] a try is known by what came of it for as long as a place is kept, not for ever', () => {
  const attempts = new JoinAttempts();
  attempts.opened('one', SEAT, NOON);
  attempts.opened('two', SEAT, NOON);

  expect(attempts.left('one', after(LATER, -1))).toEqual(SEAT);
  expect(attempts.left('two', LATER)).toBeNull();
});

test('[CARE-5] a try that was left before anything came of it is refused for as long, and no other', () => {
  const attempts = new JoinAttempts();
  expect(attempts.left('one', NOON)).toBeNull();

  expect(attempts.opened('one', SEAT, after(LATER, -1))).toBe(false);
  expect(attempts.opened('two', SEAT, NOON)).toBe(true);
  expect(attempts.opened('one', SEAT, LATER)).toBe(true);
});
