import { AMINA, DANA, deviceOf, from, RAY } from '@doorstep/shared/testing/personas.ts';
import { knocks, opensLink, type Script, underWay } from '@doorstep/shared/testing/script.ts';
import { SYSTEM } from '@doorstep/shared/visit/actor.ts';
import type { VisitCommand } from '@doorstep/shared/visit/commands.ts';
import type { CommandId } from '@doorstep/shared/visit/ids.ts';
import { describe, expect, test } from 'vitest';
import { tick, VisitStage } from '../../../tests/harness/visitStage.ts';
import type { VisitActor } from './VisitActor.ts';

const id = (text: string) => text as CommandId;
const amina = { participant: AMINA, session: deviceOf(AMINA) };
const ray = { participant: RAY, session: deviceOf(RAY) };
const camera = (on: 'on' | 'off'): VisitCommand => ({ type: 'presence.setMedia', microphone: 'on', camera: on });

async function withEverybodyBack(stage: VisitStage, script: Script): Promise<VisitActor> {
  const actor = await stage.actorOf(script);
  for (const session of script.current.sessions.keys()) {
    await actor.submit(SYSTEM, id(`back-${session}`), { type: 'session.connect', session });
  }

  return actor;
}

/** Dana switches her camera so often, each time once the one before is done with. */
async function flickers(stage: VisitStage, actor: VisitActor, times: number, pause = 0): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    expect(await actor.submit(from(DANA), id(`flicker-${n}`), camera(n % 2 === 0 ? 'off' : 'on'))).toEqual({
      ok: true,
    });
    await tick();
    stage.clock.advance(pause);
  }
}

describe('while somebody keeps a visit busy', () => {
  test('[SAFE-6] of many changes about four a second, the newest within a quarter of one, and all acknowledged at once', async () => {
    const stage = new VisitStage();
    const actor = await withEverybodyBack(stage, underWay());
    const seen: unknown[] = [];
    actor.attach(amina, (view) => seen.push(view));
    await flickers(stage, actor, 100, 20);
    // The first, four at once, and one in each quarter of the two seconds.
    expect(seen.length).toBeLessThanOrEqual(1 + 4 + 8);
    expect(seen.length).toBeGreaterThanOrEqual(4 + 8);

    await actor.submit(from(AMINA), id('last'), { type: 'lobby.remove', participant: DANA });
    await tick();
    stage.clock.advance(250);
    expect(seen.at(-1)).toEqual(actor.viewFor(amina));
    const shown = seen.length;
    stage.clock.advance(60_000);
    expect(seen.length).toBe(shown);
  });

  test('[JOIN-3] what others do does not delay what a waiting device is told', async () => {
    const stage = new VisitStage();
    const actor = await withEverybodyBack(stage, knocks(opensLink(underWay(), RAY), RAY));
    const seen: string[] = [];
    actor.attach(ray, ({ screen }) => seen.push(screen));
    await flickers(stage, actor, 20);
    await actor.submit(from(AMINA), id('in'), { type: 'lobby.admit', session: deviceOf(RAY) });
    await tick();
    expect(seen).toEqual(['waiting', 'room']);
  });

  test('no more after they stopped listening, not even what was to come', async () => {
    const stage = new VisitStage();
    const actor = await withEverybodyBack(stage, underWay());
    let told = 0;
    const stop = actor.attach(amina, () => {
      told += 1;
    });
    await flickers(stage, actor, 10);
    stop();
    const waiting = stage.clock.waiting;
    stage.clock.advance(1_000);
    expect(told).toBe(5);
    expect(stage.clock.waiting).toBeLessThanOrEqual(waiting);
  });
});
