import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { comings } from './comings.ts';

const SAM = { participant: '1' as ParticipantId, name: 'Sam', isGettingBack: false };
const RUTH = { participant: '2' as ParticipantId, name: 'Ruth', isGettingBack: false };
const RUTH_LOST = { ...RUTH, isGettingBack: true };
const NOTHING = { came: [], went: [], lost: [], back: [] };

test('who came and who went is told', () => {
  expect(comings([SAM], [SAM, RUTH])).toEqual({ ...NOTHING, came: [RUTH] });
  expect(comings([SAM, RUTH], [RUTH])).toEqual({ ...NOTHING, went: [SAM] });
});

test('[SEE-5] whose line is lost and who is back is told', () => {
  expect(comings([SAM, RUTH], [SAM, RUTH_LOST])).toEqual({ ...NOTHING, lost: [RUTH_LOST] });
  expect(comings([SAM, RUTH_LOST], [SAM, RUTH])).toEqual({ ...NOTHING, back: [RUTH] });
});

test('a room that stays as it was says nothing', () => {
  expect(comings([SAM, RUTH_LOST], [RUTH_LOST, SAM])).toEqual(NOTHING);
});
