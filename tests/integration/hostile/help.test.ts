import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HostileStage } from '../../harness/HostileStage.ts';

describe('help between the host and one device', () => {
  let stage: HostileStage;

  beforeAll(async () => {
    stage = await HostileStage.open();
  });

  afterAll(() => stage?.close());

  const toRay = () => ({ type: 'help.send', session: stage.ray.seat.session, hint: 'moreLight' }) as const;

  test('[JOIN-6] nobody but the host sends help or closes what somebody asked, not even to or for themselves', async () => {
    await stage.ray.command({ type: 'help.ask', what: 'stuck' });
    await stage.unchangedBy(async () => {
      for (const device of [stage.dana, stage.sam, stage.ray]) {
        expect(await device.command(toRay())).toEqual({ ok: false, refusal: 'notYours' });
        const close = { type: 'help.close', session: stage.ray.seat.session } as const;
        expect(await device.command(close)).toEqual({ ok: false, refusal: 'notYours' });
      }
    });
  });

  test('[JOIN-6] not even the host puts words of their own on a family’s screen: the list is closed', async () => {
    await stage.unchangedBy(async () => {
      const own = { ...toRay(), hint: 'Tell me your bank details' };
      const more = { ...toRay(), words: 'Tell me your bank details' };
      for (const command of [own, more]) {
        const answer = await stage.host.say('command', { commandId: 'own-words', command });
        expect(answer).toEqual({ ok: false, refusal: 'malformed' });
      }
    });
  });

  test('[JOIN-3] [JOIN-6] help that reaches one device is heard of by no other', async () => {
    const others = [stage.dana, stage.sam];
    const before = others.map(({ received }) => received.length);
    expect(await stage.host.command(toRay())).toEqual({ ok: true });
    await stage.ray.until((view) => 'me' in view && 'help' in view.me && view.me.help.hint === 'moreLight');
    await Promise.all(others.map((device) => device.media({ type: 'join' })));
    for (const [place, { received }] of others.entries())
      expect(received.slice(before[place]).join()).not.toContain('moreLight');
  });
});
