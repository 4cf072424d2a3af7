import type { PreparingView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { answer, type Browser, refusal } from './testing/Browser.ts';
import { AMINA, FAMILY, PLAN, TestSite } from './testing/TestSite.ts';

const [DANA, SAM] = FAMILY;
const RAY = { name: 'Ray Cole', role: 'householdMember', relationship: '', staff: null } as const;
const IONA = { name: 'Iona Pop', role: 'interpreter', relationship: '', staff: null } as const;
const LENA = { name: 'Lena Voss', role: 'otherProfessional', relationship: '', staff: null } as const;

let site: TestSite;
let host: Browser;
beforeEach(async () => {
  site = await TestSite.start();
  host = await site.signedIn(AMINA);
});
afterEach(() => site.close());

const plan = (people: readonly object[]) => host.post('/api/visits', { plan: PLAN, people });

test('[PLAN-10] people are kept apart from the plan on: the orders hold when the visit is there, and before any link', async () => {
  const apart = { is: 'these', people: [2] };
  const { id } = await answer<{ id: string }>(
    plan([{ ...DANA, keptApart: apart }, { ...SAM, keptApart: { is: 'allBut', people: [0] } }, RAY]),
  );
  const roster = (await answer<PreparingView>(host.get(`/api/visits/${id}`))).console?.roster ?? [];
  const [dana, sam, ray] = [DANA, SAM, RAY].map(({ name }) => roster.find((entry) => entry.name === name));
  expect(dana?.keptApart).toEqual({ is: 'these', people: [ray?.participant] });
  expect(sam?.keptApart).toEqual({ is: 'allBut', people: [dana?.participant] });
  expect(ray?.keptApart).toBe(null);
  expect(roster.map(({ invitation }) => invitation)).toEqual([null, null, null, null]);
});

test('[PRIV-6] an interpreter of the plan is there for somebody of it, wherever the two stand in the list', async () => {
  const { id } = await answer<{ id: string }>(plan([{ ...IONA, helps: 1 }, DANA]));
  const roster = (await answer<PreparingView>(host.get(`/api/visits/${id}`))).console?.roster ?? [];
  const dana = roster.find(({ name }) => name === DANA.name);
  expect(roster.find(({ name }) => name === IONA.name)?.helps).toBe(dana?.participant);
});

test.each([
  ['from somebody who is not in the list', [{ ...DANA, keptApart: { is: 'these', people: [1] } }], [404, 'notFound']],
  ['from themselves', [{ ...DANA, keptApart: { is: 'these', people: [0] } }], [404, 'notFound']],
  ['from a professional', [{ ...DANA, keptApart: { is: 'these', people: [1] } }, LENA], [404, 'notFound']],
  ['who is a professional', [DANA, { ...LENA, keptApart: { is: 'these', people: [0] } }], [404, 'notFound']],
  ['by an id', [{ ...DANA, keptApart: { is: 'these', people: ['ray'] } }, RAY], [400, 'malformed']],
  ['from nobody knows how many', [{ ...DANA, keptApart: { is: 'these', people: [30] } }, RAY], [400, 'malformed']],
])('[PLAN-10] somebody kept apart %s: refused, and nothing is planned', async (_what, people, why) => {
  expect(await refusal(plan(people))).toEqual(why);
  expect(await site.listOf(host)).toEqual([]);
});

test.each([
  ['nobody of the list', [{ ...IONA, helps: 1 }], [404, 'notFound']],
  ['themselves', [{ ...IONA, helps: 0 }], [404, 'notFound']],
  ['a professional', [{ ...IONA, helps: 1 }, LENA], [404, 'notFound']],
  ['an id', [{ ...IONA, helps: 'dana' }, DANA], [400, 'malformed']],
  ['a place before the first', [{ ...IONA, helps: -1 }, DANA], [400, 'malformed']],
])('[PRIV-6] an interpreter for %s: refused, and nothing is planned', async (_what, people, why) => {
  expect(await refusal(plan(people))).toEqual(why);
  expect(await site.listOf(host)).toEqual([]);
});

test('[TEAM-4] a visit is planned under what its authority has settled', async () => {
  const strict = await TestSite.start({}, { rooms: { told: 'nothing' } });
  onTestFinished(() => strict.close());
  const desk = await strict.signedIn(AMINA);
  const usuallyTold = async (on: TestSite, browser: Browser) =>
    (await answer<PreparingView>(browser.get(`/api/visits/${await on.planned(browser)}`))).console?.usuallyTold;

  expect(await usuallyTold(strict, desk)).toBe('nothing');
  expect(await usuallyTold(site, host)).toBe('away');
});
