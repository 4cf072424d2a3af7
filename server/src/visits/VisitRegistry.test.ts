import { AMINA, DANA, deviceOf, from, NOON, SAM, STAFF_AMINA, VISIT } from '@doorstep/shared/testing/personas.ts';
import { signsIn, underWay, withLinks } from '@doorstep/shared/testing/script.ts';
import { policyOf } from '@doorstep/shared/visit/authority/policy.ts';
import type { CommandId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { summaryOf } from '@doorstep/shared/visit/summary.ts';
import { expect, test } from 'vitest';
import { tick, VisitStage } from '../../../tests/harness/visitStage.ts';

const id = (text: string) => text as CommandId;
const planning = {
  type: 'visit.plan',
  visit: 'visit-9' as VisitId,
  plan: { kind: 'homeVisit', purpose: '', scheduledFor: NOON, lengthMinutes: 30 },
  policy: policyOf({}),
  host: { participant: AMINA, staff: STAFF_AMINA, name: 'Amina Okafor' },
} as const;

test('a new visit is planned, found again, and there after a restart', async () => {
  const stage = new VisitStage();
  const actor = await stage.registry.plan(planning);

  expect(await stage.registry.find(planning.visit)).toBe(actor);
  expect(actor.phase).toEqual({ is: 'planned' });
  expect((await stage.restart().find(planning.visit))?.phase).toEqual({ is: 'planned' });
});

test('an id is planned once', async () => {
  const stage = new VisitStage();
  await stage.registry.plan(planning);

  await expect(stage.restart().plan(planning)).rejects.toThrow('visitAlreadyPlanned');
});

test('a visit that there is none of is not found, nor remembered', async () => {
  const { registry } = new VisitStage();

  expect(await registry.find('nothing' as VisitId)).toBeNull();
  expect(registry.size).toBe(0);
});

test('whoever asks at the same time gets the same actor', async () => {
  const stage = new VisitStage();
  await stage.tell(underWay());

  const [one, other] = await Promise.all([stage.registry.find(VISIT), stage.registry.find(VISIT)]);
  expect(one).not.toBeNull();
  expect(one).toBe(other);
});

test('[SAFE-5] after a restart the same people sit in the same seats, and none counts as connected until heard from', async () => {
  const stage = new VisitStage();
  const before = await stage.actorOf(underWay());
  await before.submitAsSystem({ type: 'session.connect', session: deviceOf(AMINA) });
  await before.submitAsSystem({ type: 'session.connect', session: deviceOf(DANA) });

  await stage.restart().resume();
  const view = (await stage.actor()).viewFor({ participant: AMINA, session: deviceOf(AMINA) });
  const people = view.screen === 'room' ? view.people : [];

  expect(people.map(({ participant }) => participant)).toEqual([AMINA, DANA, SAM]);
  expect(people.flatMap(({ devices }) => devices.map(({ connection }) => connection))).toEqual([
    'reconnecting',
    'reconnecting',
    'reconnecting',
  ]);
  expect(stage.media.plans.at(-1)?.rooms[0]?.seats).toHaveLength(3);
});

test('[SAFE-5] a visit whose log cannot be read does not hold up the others', async () => {
  const stage = new VisitStage();
  await stage.tell(underWay());
  const { current, log } = underWay();
  const summary = { ...summaryOf(current), id: 'broken' as VisitId };
  await stage.store.append(summary.id, 0, log.slice(1), { summary, staff: [] });

  await stage.registry.resume();
  expect((await stage.actor()).phase.is).toBe('open');
  await expect(stage.registry.find('broken' as VisitId)).rejects.toThrow();
});

test('a visit that is not under way and that nobody wants is put away with its media, and comes back when asked for', async () => {
  const stage = new VisitStage();
  const actor = await stage.actorOf(signsIn(withLinks(), AMINA));

  stage.clock.advance(9 * 60_000);
  await tick();
  expect(stage.registry.size).toBe(1);

  stage.clock.advance(2 * 60_000);
  await tick();
  expect(stage.registry.size).toBe(0);
  expect(stage.media.forgotten).toEqual([VISIT]);
  expect(await stage.actor()).not.toBe(actor);
});

test('neither is one that is under way, nor one that somebody watches', async () => {
  const open = new VisitStage();
  await open.actorOf(underWay());
  const watched = new VisitStage();
  const actor = await watched.actorOf(signsIn(withLinks(), AMINA));
  actor.attach({ participant: AMINA, session: deviceOf(AMINA) }, () => {});

  for (const stage of [open, watched]) {
    stage.clock.advance(20 * 60_000);
    await tick();
    stage.clock.advance(60_000);
    await tick();
    expect(stage.registry.size).toBe(1);
  }
});

test('closing finishes what was asked', async () => {
  const stage = new VisitStage();
  const actor = await stage.actorOf(underWay());
  const asked = actor.submit(from(DANA), id('c1'), { type: 'presence.leave', quickly: false });
  await stage.registry.close();

  expect(await asked).toEqual({ ok: true });
  expect(stage.clock.waiting).toBe(0);
});
