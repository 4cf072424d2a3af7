import { DANA, RAY, SAM } from '@doorstep/shared/testing/personas.ts';
import type { DoorView } from '@doorstep/shared/visit/doorViewShape.ts';
import type { RoomView, VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Device } from '../harness/Device.ts';
import { HostileStage } from '../harness/HostileStage.ts';

const GRAN = { name: 'Ruth', relationship: 'Gran' };

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(() => stage.close());

const isRoom = (view: VisitView): view is RoomView => view.screen === 'room';
const isDoor = (view: VisitView): view is DoorView => view.screen === 'waiting' || view.screen === 'arriving';

/** Who sits beside somebody, as this device reads it. */
const besideOf = (view: VisitView, name: string): readonly string[] =>
  isRoom(view)
    ? view.people
        .filter((person) => person.name === name)
        .flatMap(({ devices }) => devices.flatMap(({ beside }) => beside.map((one) => one.name)))
    : [];

const tell = (device: Device, people: unknown) =>
  device.say('command', { commandId: 'told', command: { type: 'household.tell', people } });

describe('[JOIN-5] who is beside a device', () => {
  test('is told by that device alone, and seen by everyone in its room', async () => {
    expect(await stage.dana.command({ type: 'household.tell', people: [GRAN] })).toEqual({ ok: true });

    await stage.host.until((view) => besideOf(view, 'Dana Hughes').includes('Ruth'));
    await stage.sam.until((view) => besideOf(view, 'Dana Hughes').includes('Ruth'));
    expect(besideOf(stage.host.view, 'Sam Hughes')).toEqual([]);
  });

  test('cannot be told of another’s device, whatever the message says', async () => {
    const { session } = stage.sam.seat;

    await stage.unchangedBy(async () => {
      for (const aimed of [{ session }, { participant: SAM }, { target: session }, { as: SAM }]) {
        const command = { type: 'household.tell', people: [GRAN], ...aimed };
        expect(await stage.dana.say('command', { commandId: 'aimed', command })).toEqual({
          ok: false,
          refusal: 'malformed',
        });
      }
    });
  });

  test.each([
    ['nine people', Array.from({ length: 9 }, (_, at) => ({ name: `Person ${'ABCDEFGHI'[at]}`, relationship: '' }))],
    ['a name of 61 letters', [{ name: 'a'.repeat(61), relationship: '' }]],
    ['41 letters on who they are', [{ name: 'Ruth', relationship: 'a'.repeat(41) }]],
    ['no name', [{ name: '', relationship: 'Gran' }]],
    ['blanks for a name', [{ name: '   ', relationship: 'Gran' }]],
    ['an id of their choice', [{ ...GRAN, id: 'amina' }]],
    ['a part of the visit', [{ ...GRAN, role: 'host' }]],
    ['one person who is not in a list', GRAN],
  ])('is refused as %s, from inside and from the door', async (_, people) => {
    await stage.unchangedBy(async () => {
      for (const device of [stage.dana, stage.ray]) {
        expect(await tell(device, people)).toEqual({ ok: false, refusal: 'malformed' });
      }
    });
  });

  test.each([
    ['control characters and nothing else', '\u0007\u001b'],
    ['signs that cannot be seen', '\u202e\u200b'],
    ['no letter', '12345'],
  ])('is refused with a name of %s', async (_, name) => {
    await stage.unchangedBy(async () => {
      expect(await tell(stage.dana, [{ name, relationship: '' }])).toEqual({ ok: false, refusal: 'nameUnreadable' });
    });
  });

  test('reaches nobody with a sign that hides or turns what is read', async () => {
    await stage.dana.command({
      type: 'household.tell',
      people: [{ name: 'Ru\u202eth\u0000', relationship: 'Gr\u200ban\u0007' }],
    });
    await stage.host.until((view) => besideOf(view, 'Dana Hughes').includes('Ruth'));

    expect(stage.host.received.join('')).not.toMatch(/\\u202e|\\u0000|\u202e|\u200b/);
  });
});

describe('[JOIN-5] asking who is there', () => {
  test('is for the host alone', async () => {
    await stage.unchangedBy(async () => {
      for (const device of [stage.dana, stage.sam, stage.ray]) {
        for (const participant of [null, DANA, SAM, RAY]) {
          expect(await device.command({ type: 'household.ask', participant })).toEqual({
            ok: false,
            refusal: 'notYours',
          });
        }
      }
    });
  });

  test('tells the door nothing of anybody else: a device there reads its own answer and that it was asked', async () => {
    await stage.dana.command({ type: 'household.tell', people: [GRAN] });
    const before = stage.ray.view;
    expect(await stage.host.command({ type: 'household.ask', participant: RAY })).toEqual({ ok: true });
    const view = await stage.ray.until((view) => isDoor(view) && view.me.askedWhoIsWithYou);

    if (!isDoor(before) || !isDoor(view)) throw new Error('Ray is at the door');
    expect(view).toEqual({ ...before, me: { ...before.me, askedWhoIsWithYou: true } });
  });

  test('a question to everybody is not heard at the door: that there is somebody to ask is told to nobody there', async () => {
    const before = stage.ray.view;
    await stage.host.command({ type: 'household.ask', participant: null });
    await stage.dana.until((view) => isRoom(view) && view.me.asked.whoIsWithYou);
    // What was said to him before comes before this answer.
    await stage.ray.command({ type: 'help.dismiss' });

    expect(stage.ray.view).toEqual(before);
  });

  test('a name that is expected or inside is taken at the door like any other', async () => {
    for (const name of ['Dana Hughes', 'Amina Okafor', 'Nobody Known']) {
      expect(await stage.ray.command({ type: 'household.tell', people: [{ name, relationship: '' }] })).toEqual({
        ok: true,
      });
    }
  });
});

describe('[ROST-3] [ROST-4] the rounds', () => {
  test('nobody of the family calls on anybody, says that they were introduced, or begins a round', async () => {
    await stage.unchangedBy(async () => {
      for (const device of [stage.dana, stage.sam, stage.ray]) {
        expect(await device.command({ type: 'introduction.call', who: DANA })).toEqual({
          ok: false,
          refusal: 'notYours',
        });
        expect(await device.command({ type: 'introduction.done', who: DANA })).toEqual({
          ok: false,
          refusal: 'notYours',
        });
        expect(await device.command({ type: 'senses.ask' })).toEqual({ ok: false, refusal: 'notYours' });
      }
    });
  });

  test('nobody answers before it is asked, from the door, or for somebody else', async () => {
    const answer = { type: 'senses.answer', sees: 'yes', hears: 'no' } as const;
    expect(await stage.dana.command(answer)).toEqual({ ok: false, refusal: 'nothingAsked' });

    await stage.host.command({ type: 'senses.ask' });
    expect(await stage.ray.command(answer)).toEqual({ ok: false, refusal: 'notInside' });
    const forSam = { commandId: 'aimed', command: { ...answer, session: stage.sam.seat.session } };
    expect(await stage.dana.say('command', forSam)).toEqual({ ok: false, refusal: 'malformed' });

    expect(await stage.dana.command(answer)).toEqual({ ok: true });
    const view = await stage.sam.until((view) => isRoom(view) && view.me.asked.seeAndHear);
    expect(JSON.stringify(view)).not.toContain('"hears":"no"');
  });

  test('whoever comes later is asked whether they see and hear as well', async () => {
    await stage.host.command({ type: 'senses.ask' });
    await stage.host.command({ type: 'lobby.admit', session: stage.ray.seat.session });

    await stage.ray.until((view) => isRoom(view) && view.me.asked.seeAndHear);
  });
});
