import { expect, test } from 'vitest';
import { type ApartDraft, NOT_APART, type Other, orderOf, withTick, withWay } from './apartDraft.ts';

const other = (id: string, helps: string | null = null): Other => ({ id, name: id, helps });
const others = [other('ray'), other('iona', 'ray'), other('sam'), other('jo', 'dana')];
const ticked = (draft: ApartDraft, id: string, isTicked = true) =>
  withTick(draft, { id, isTicked }, 'dana', others).people;

test('[PLAN-10] [PRIV-6] whoever is there for somebody is kept apart with them, and can be taken out again', () => {
  const these = withWay('these', 'dana', others);
  expect(ticked(these, 'ray')).toEqual(['ray', 'iona']);
  expect(ticked({ is: 'these', people: ['ray', 'iona'] }, 'iona', false)).toEqual(['ray']);
  expect(ticked(these, 'sam')).toEqual(['sam']);
});

test('[PRIV-6] nobody is kept apart from whoever is there for themselves by being kept apart from everyone', () => {
  expect(withWay('allBut', 'dana', others)).toEqual({ is: 'allBut', people: ['jo'] });
});

test('[PLAN-10] what was ticked is never taken for its opposite', () => {
  expect(withWay('these', 'dana', others).people).toEqual([]);
  expect(withWay('no', 'dana', others)).toEqual(NOT_APART);
});

test('[PLAN-10] an order needs somebody from whom; from everyone it needs nobody', () => {
  expect(orderOf(NOT_APART, others)).toBe(null);
  expect(orderOf({ is: 'these', people: [] }, others)).toBe('nobody');
  expect(orderOf({ is: 'these', people: ['gone'] }, others)).toBe('nobody');
  expect(orderOf({ is: 'allBut', people: ['gone', 'sam'] }, others)).toEqual({ is: 'allBut', people: ['sam'] });
});
