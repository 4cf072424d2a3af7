import { AMINA, DANA, deviceOf, from, linkOf, RAY, SAM } from '@doorstep/shared/testing/personas.ts';
import { PROBES } from '@doorstep/shared/testing/probes.ts';
import { admits, knocks, opensLink, started } from '@doorstep/shared/testing/script.ts';
import type { CommandId, ParticipantId } from '@doorstep/shared/visit/ids.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDispatcher } from '../../server/src/gateway/dispatch.ts';
import { CAPABILITIES, DTLS, opus } from '../../server/src/media/fake/parameters.ts';
import { silentLog } from '../../server/src/visits/Log.ts';
import { HostileStage } from '../harness/HostileStage.ts';
import { LiveVisit } from '../harness/LiveVisit.ts';
import { mutatedText, scrambled } from '../harness/mutations.ts';
import { VisitStage } from '../harness/visitStage.ts';

const IDS = [AMINA, DANA, SAM, RAY, deviceOf(DANA), deviceOf(RAY), linkOf(RAY), 'nobody'];
const GOOD: readonly (readonly [event: string, message: unknown])[] = [
  ...Object.values(PROBES).flatMap((probe) =>
    IDS.map((id) => ['command', { commandId: 'c', command: probe(id) }] as const),
  ),
  ['media', { type: 'join' }],
  ['media', { type: 'receive', rtpCapabilities: CAPABILITIES }],
  ['media', { type: 'connect', transport: 'x', dtlsParameters: DTLS }],
  ['media', { type: 'produce', transport: 'x', kind: 'audio', rtpParameters: opus(1) }],
  ['media', { type: 'openLoop' }],
  ['media', { type: 'loopBack', rtpParameters: opus(1), rtpCapabilities: CAPABILITIES }],
  ['media', { type: 'preferLayers', consumer: 'x', spatial: 1 }],
];

/** What a device may bring about by itself. */
const OWN: readonly string[] = [
  'session.knocked',
  'session.mediaSet',
  'session.left',
  'check.reported',
  'help.asked',
  'help.dismissed',
  'household.told',
  'senses.answered',
  'condition.told',
  'protection.offered',
];

const about = (type: string) => JSON.stringify({ type }).slice(1, -1);
const good = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...GOOD) },
  // What a device may say of itself, so that not everything is refused.
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...GOOD.filter(([, message]) => JSON.stringify(message).includes(about('presence.setMedia'))),
    ),
  },
);
const PLAUSIBLE = [...IDS, ...Object.keys(PROBES), 'on', 'off', 'Goodbye', 'join', 'resume'];
const broken = good.chain(([event, message]) => mutatedText(message, PLAUSIBLE).map((text) => ({ event, text })));

test('[SAFE-6] a message with one to four things wrong gets one answer, and moves nothing but its own sender', async () => {
  const heard = { malformed: 0, refused: 0, ok: 0 };
  const speaker = fc.constantFrom<ParticipantId>(RAY, DANA);

  await fc.assert(
    fc.asyncProperty(speaker, fc.array(broken, { minLength: 5, maxLength: 5 }), async (who, messages) => {
      const stage = new VisitStage();
      const script = knocks(opensLink(admits(knocks(opensLink(started(), DANA), DANA), DANA), RAY), RAY);
      const actor = await stage.actorOf(script);
      const { length } = await actor.log();
      const faults: unknown[] = [];
      let commands = 0;
      const dispatch = createDispatcher({
        handlers: {
          command: ({ command }) => {
            commands += 1;
            return actor.submit(from(who), `c${commands}` as CommandId, command);
          },
          media: async () => ({ ok: false, refusal: 'noSeat' }),
        },
        clock: stage.clock,
        log: { ...silentLog, error: (fault) => faults.push(fault) },
        count: (outcome) => {
          heard[outcome === 'malformed' ? 'malformed' : outcome === 'ok' ? 'ok' : 'refused'] += 1;
        },
        cut: () => expect.fail('Not that fast'),
      });

      for (const { event, text } of messages) {
        const answers: unknown[] = [];
        await dispatch(event, [JSON.parse(text), (answer: unknown) => answers.push(answer)]);
        expect(answers).toHaveLength(1);
      }

      for (const { actor: doer, event } of (await actor.log()).slice(length)) {
        if (event.type === 'session.lost') continue;
        expect({ doer, own: OWN.includes(event.type) }).toEqual({ doer: from(who), own: true });
      }
      expect(faults).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 400 },
  );

  // The messages are not so broken that nothing but the schema is tried.
  expect(heard.malformed).toBeGreaterThan(500);
  expect(heard.refused).toBeGreaterThan(20);
  expect(heard.ok).toBeGreaterThan(5);
});

test('[SAFE-6] packets cut, doubled and overwritten anywhere cost at most their sender’s line', async () => {
  const stage = await HostileStage.open();
  const packet = good.chain(([event, message]) => scrambled(`427["${event}",${JSON.stringify(message)}]`));

  await stage.unchangedBy(() =>
    fc.assert(
      fc.asyncProperty(fc.array(packet, { minLength: 1, maxLength: 6 }), async (packets) => {
        // A visit of its own each time: a link opens only so many browsers.
        const theirs = await LiveVisit.plan(stage.server);
        const line = await stage.rawLineOf(await theirs.seatOf(RAY));
        for (const payload of packets) line.send({ payload });
        // Whatever came before it, this is answered or the line is gone.
        line.send({ payload: '4299["command"]' });
        await Promise.race([line.ended, expect.poll(() => line.received).toContain('4399[')]);
        line.close();
        await line.ended;
        await stage.servesOthers();
      }),
      { numRuns: 60 },
    ),
  );
  await stage.close();
});
