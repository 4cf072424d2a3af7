import { expect, test } from 'vitest';
import { answered, closed, NO_SHEET, opened, putOff, sheetsWhen } from './sheets.ts';

const NOTHING = { whoIsWithYou: false, introduce: false, seeAndHear: false, alone: false, invited: false };
const WHO = { ...NOTHING, whoIsWithYou: true };
const SENSES = { ...NOTHING, seeAndHear: true };
const BOTH = { ...WHO, seeAndHear: true };

test('nothing stands there while nothing is asked', () => {
  expect(sheetsWhen(NOTHING, NO_SHEET)).toBe(NO_SHEET);
});

test('[JOIN-5] what the host asks comes by itself and goes once it is answered', () => {
  const asked = sheetsWhen(WHO, NO_SHEET);

  expect(asked).toEqual({ open: 'whoIsWithYou', byTap: false, later: [] });
  expect(sheetsWhen(NOTHING, asked).open).toBeNull();
});

test('[ROST-4] of two questions the one about seeing and hearing comes first, then the other', () => {
  const first = sheetsWhen(BOTH, NO_SHEET);

  expect(first.open).toBe('seeAndHear');
  expect(sheetsWhen(WHO, first).open).toBe('whoIsWithYou');
});

test('a question that stands open is not changed under the thumb by a more urgent one', () => {
  expect(sheetsWhen(BOTH, sheetsWhen(WHO, NO_SHEET)).open).toBe('whoIsWithYou');
  expect(sheetsWhen(SENSES, opened(NO_SHEET, 'whoIsWithYou')).open).toBe('whoIsWithYou');
});

test('the list of who is here gives way to a question', () => {
  expect(sheetsWhen(NOTHING, opened(NO_SHEET, 'whoIsHere')).open).toBe('whoIsHere');
  expect(sheetsWhen(WHO, opened(NO_SHEET, 'whoIsHere')).open).toBe('whoIsWithYou');
});

test('[ROST-3] nothing new comes while somebody says who they are; it comes afterwards', () => {
  const turn = sheetsWhen({ ...BOTH, introduce: true }, NO_SHEET);

  expect(turn.open).toBeNull();
  expect(sheetsWhen(BOTH, turn).open).toBe('seeAndHear');
});

test('a question put off lets the next one come, and can be answered at any time', () => {
  const later = sheetsWhen(BOTH, closed(BOTH, sheetsWhen(BOTH, NO_SHEET)));
  expect(later).toMatchObject({ open: 'whoIsWithYou', later: ['seeAndHear'] });

  const both = sheetsWhen(BOTH, closed(BOTH, later));
  expect(both.open).toBeNull();
  expect(putOff(NOTHING, both)).toBe('seeAndHear');
  expect(opened(both, 'seeAndHear')).toMatchObject({ open: 'seeAndHear', later: ['whoIsWithYou'] });
});

test('a question that was put off and then answered comes by itself when it is asked anew', () => {
  const later = closed(WHO, sheetsWhen(WHO, NO_SHEET));
  const answered = sheetsWhen(NOTHING, later);

  expect(putOff(NOTHING, answered)).toBeNull();
  expect(sheetsWhen(WHO, answered).open).toBe('whoIsWithYou');
});

test('what somebody opened stays until they close it, and nothing is left of it', () => {
  const open = sheetsWhen(NOTHING, opened(NO_SHEET, 'seeAndHear'));

  expect(open.open).toBe('seeAndHear');
  expect(closed(NOTHING, open)).toEqual(NO_SHEET);
});

test('an answered question goes once the visit has the answer, and is not offered again meanwhile', () => {
  const sent = sheetsWhen(WHO, answered(WHO, opened(NO_SHEET, 'whoIsWithYou')));

  expect(sent.open).toBe('whoIsWithYou');
  expect(putOff(NOTHING, sent)).toBeNull();
  expect(sheetsWhen(NOTHING, sent)).toEqual(NO_SHEET);
  expect(answered(NOTHING, opened(NO_SHEET, 'whoIsWithYou'))).toEqual(NO_SHEET);
});

const INVITED = { ...NOTHING, invited: true };
const ALONE = { ...NOTHING, alone: true };

test('[PRIV-7] of several questions whether one comes to another room is the first', () => {
  expect(sheetsWhen({ ...BOTH, ...ALONE, invited: true }, NO_SHEET).open).toBe('invited');
});

test('[PRIV-7] … but it does not come under a thumb: beside an open sheet it is one tap away', () => {
  const open = sheetsWhen({ ...WHO, invited: true }, sheetsWhen(WHO, NO_SHEET));

  expect(open.open).toBe('whoIsWithYou');
  expect(putOff({ ...WHO, invited: true }, open)).toBe('invited');
  expect(sheetsWhen(INVITED, opened(open, 'invited')).open).toBe('invited');
  expect(putOff(INVITED, sheetsWhen(INVITED, NO_SHEET))).toBeNull();
});

test('[PRIV-8] whether anybody is there is asked after seeing and hearing, and goes once it is answered', () => {
  expect(sheetsWhen({ ...BOTH, alone: true }, NO_SHEET).open).toBe('seeAndHear');
  expect(sheetsWhen({ ...WHO, alone: true }, NO_SHEET).open).toBe('alone');
  expect(sheetsWhen(NOTHING, sheetsWhen(ALONE, NO_SHEET)).open).toBeNull();
  expect(answered(NOTHING, opened(NO_SHEET, 'alone'))).toEqual(NO_SHEET);
});

test('[SAFE-2] what there is to read stays while nothing is asked, and gives way to a question', () => {
  expect(sheetsWhen(NOTHING, opened(NO_SHEET, 'protection')).open).toBe('protection');
  expect(sheetsWhen(WHO, opened(NO_SHEET, 'protection')).open).toBe('whoIsWithYou');
  expect(closed(NOTHING, opened(NO_SHEET, 'protection'))).toEqual(NO_SHEET);
});
