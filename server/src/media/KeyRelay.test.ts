import type { MediaRequest } from '@doorstep/shared/protocol/media.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeMediaPlane } from './fake/FakeMediaPlane.ts';
import { ASIDE, DANA, DANA_TOO, FakeStage, planOf, RAY, SAM, seat } from './fake/FakeStage.ts';

const OK = { ok: true, answer: {} };
const refused = (refusal: string) => ({ ok: false, refusal });
const NOBODY = 'nobody-1' as SessionId;

/** Everything that is said to another device about keys. */
const about = (other: SessionId): readonly MediaRequest[] => [
  { type: 'giveKey', to: other, kid: 7, wrap: 'sealed' },
  { type: 'keyTaken', from: other, kid: 7 },
  { type: 'needKey', from: other },
];

let plane: FakeMediaPlane;
let stage: FakeStage;
beforeEach(async () => {
  plane = new FakeMediaPlane();
  stage = new FakeStage(plane);
  await stage.plan(planOf([seat(DANA), seat(DANA_TOO), seat(SAM)], [RAY]));
});

const noticesTo = (session: SessionId) =>
  stage.notices.filter((told) => told.session === session).map(({ notice }) => notice);
const giveKey = (from: SessionId, to: SessionId, kid = 1) =>
  stage.ask(from, { type: 'giveKey', to, kid, wrap: 'sealed' });

describe('[SAFE-2] what devices say to each other about keys', () => {
  test('reaches the one it is for, as it was said and with who said it, and nobody else', async () => {
    for (const request of about(SAM)) expect(await stage.ask(DANA, request)).toEqual(OK);

    expect(stage.notices.map(({ session }) => session)).toEqual([SAM, SAM, SAM]);
    expect(noticesTo(SAM)).toEqual([
      { type: 'key', from: DANA, kid: 7, wrap: 'sealed' },
      { type: 'keyTaken', by: DANA, kid: 7 },
      { type: 'keyNeeded', by: DANA },
    ]);
    expect(stage.logged).toEqual([]);
  });

  test('is not found for one who is not in the room, in the same words for one who never was', async () => {
    const aside = { room: ASIDE, seats: [seat(SAM)], prepared: [] };
    await stage.plan({ rooms: [...planOf([seat(DANA)], [RAY]).rooms, aside] });
    stage.told(SAM);

    for (const other of [SAM, RAY, DANA_TOO, NOBODY])
      for (const request of about(other)) expect(await stage.ask(DANA, request)).toEqual(refused('notFound'));
    expect(stage.notices).toEqual([]);
  });

  test('goes neither to oneself nor to another device of one’s own', async () => {
    for (const other of [DANA, DANA_TOO])
      for (const request of about(other)) expect(await stage.ask(DANA, request)).toEqual(refused('notFound'));
    expect(stage.notices).toEqual([]);
  });

  test('[JOIN-3] is not for a device at the door, whomever it names, nor for one that is nowhere', async () => {
    for (const other of [SAM, NOBODY])
      for (const request of about(other)) {
        expect(await stage.ask(RAY, request)).toEqual(refused('notAdmitted'));
        expect(await stage.ask(NOBODY, request)).toEqual(refused('noSeat'));
      }
    expect(stage.notices).toEqual([]);
  });

  test('is neither for nor from a device that is given nothing', async () => {
    await stage.plan(planOf([seat(DANA), { ...seat(SAM), receives: false }]));

    for (const request of about(SAM)) expect(await stage.ask(DANA, request)).toEqual(refused('notFound'));
    for (const request of about(DANA)) expect(await stage.ask(SAM, request)).toEqual(refused('notFound'));
    expect(stage.notices).toEqual([]);
  });

  test('[PRIV-3] follows nobody who is on the way into another room, nor [ROST-5] out of the visit', async () => {
    const rooms = [...planOf([seat(DANA)]).rooms, { room: ASIDE, seats: [seat(SAM)], prepared: [] }];
    for (const plan of [{ rooms }, planOf([seat(DANA)])]) {
      await stage.everyoneIn();
      // Neither restricted nor settled yet: the plan alone decides.
      const moving = stage.plan(plan);
      expect(await giveKey(DANA, SAM)).toEqual(refused('notFound'));
      expect(await stage.ask(SAM, { type: 'needKey', from: DANA })).toMatchObject({ ok: false });
      await moving;
      expect(stage.told(SAM)).not.toContain('key');
      expect(stage.told(DANA)).not.toContain('keyNeeded');
    }
  });
});

/** A full room; those who sit in it, Dana first. */
async function fullRoom(): Promise<readonly SessionId[]> {
  const all = [DANA, ...Array.from({ length: 23 }, (_, number) => `p${number}-1` as SessionId)];
  await stage.plan(planOf(all.map((session) => seat(session))));

  return all;
}

/** All that one device says when somebody’s coming, going or other key makes everybody give new keys. */
const afterOneChange = (others: readonly SessionId[], kid: number): readonly MediaRequest[] =>
  others.flatMap((other): readonly MediaRequest[] => [
    { type: 'giveKey', to: other, kid, wrap: 'sealed' },
    { type: 'keyTaken', from: other, kid },
  ]);

describe('[SAFE-6] a flood of it', () => {
  test('[SAFE-2] never refuses whoever only answers what a hostile device of a full room may do', async () => {
    const [honest, hostile, ...others] = await fullRoom();
    if (honest === undefined || hostile === undefined) throw new Error('Nobody is in the room');
    // As many keys as a page makes at once.
    for (let change = 1; change <= 8; change += 1)
      for (const request of afterOneChange([hostile, ...others], change))
        expect(await stage.ask(honest, request)).toEqual(OK);

    // From then on one each second, for minutes, all given again each two seconds, and twice a second to one who asks and asks.
    for (let second = 1; second <= 300; second += 1) {
      stage.now += 1_000;
      const change = afterOneChange([hostile, ...others], 100 + second);
      const again = second % 2 === 0 ? change.filter(({ type }) => type === 'giveKey') : [];
      const asked = change.slice(0, 1);
      for (const request of [...change, ...again, ...asked, ...asked])
        expect(await stage.ask(honest, request)).toEqual(OK);
    }
  });

  test('is stopped for one receiver long before it is for all, and goes on when it has calmed down', async () => {
    const answers: unknown[] = [];
    for (let time = 0; time < 120; time += 1) answers.push(await giveKey(DANA, SAM, time));
    expect(answers.slice(0, 96)).toEqual(Array.from({ length: 96 }, () => OK));
    expect(answers.slice(96)).toEqual(Array.from({ length: 24 }, () => refused('tooMany')));
    expect(noticesTo(SAM)).toHaveLength(96);
    // Whoever else is in the room has their own allowance.
    expect(await giveKey(SAM, DANA)).toEqual(OK);

    stage.now += 1_000;
    expect(await giveKey(DANA, SAM)).toEqual(OK);
  });

  test('that asks is stopped earlier, because it makes others work', async () => {
    const answers: unknown[] = [];
    for (let time = 0; time < 50; time += 1) answers.push(await stage.ask(DANA, { type: 'needKey', from: SAM }));
    expect(answers.slice(46)).toEqual([OK, OK, refused('tooMany'), refused('tooMany')]);
    expect(noticesTo(SAM)).toHaveLength(48);
  });

  test('guesses no faster whom there is: a wrong name costs as much as a right one', async () => {
    for (let time = 0; time < 800; time += 1) expect(await giveKey(DANA, NOBODY)).toEqual(refused('notFound'));
    expect(await giveKey(DANA, NOBODY)).toEqual(refused('tooMany'));
    expect(await giveKey(DANA, SAM)).toEqual(refused('tooMany'));
  });
});

test('[SAFE-2] a picture of one’s own begins anew on the device’s word, a few times in a row and no more', async () => {
  for (const session of [DANA, SAM]) await stage.enter(session);
  await stage.produce(DANA, 'video');
  await stage.idle();
  const picture = stage.place(SAM).consumers.find(({ kind }) => kind === 'video')?.id ?? 'none';
  const asks = () => stage.ask(SAM, { type: 'keyFrame', consumer: picture });

  expect(await Promise.all([asks(), asks(), asks(), asks()])).toEqual([OK, OK, OK, refused('tooMany')]);
  stage.now += 2_000;
  expect(await asks()).toEqual(OK);
  expect(plane.keyFrames).toEqual([picture, picture, picture, picture]);
  expect(await stage.ask(DANA, { type: 'keyFrame', consumer: picture })).toEqual(refused('notFound'));
  expect(plane.keyFrames).toHaveLength(4);
});

test('[SAFE-2] a device that is given nothing loses what it heard, and hears again once it is given', async () => {
  await stage.everyoneIn();
  expect(stage.heardBy(SAM)).toEqual([`${DANA} audio`]);
  await stage.plan(planOf([seat(DANA), { ...seat(SAM), receives: false }]));
  expect(stage.heardBy(SAM)).toEqual([]);
  expect(stage.heardBy(DANA)).toEqual([`${SAM} audio`]);
  await stage.plan(planOf([seat(DANA), seat(SAM)]));
  expect(stage.heardBy(SAM)).toEqual([`${DANA} audio`]);
});
