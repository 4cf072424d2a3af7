import type { DeviceView, HostDeviceView } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { BLUR, ROSTER, SIGHTS } from '../../../content/staff/roster.ts';
import { aDevice, aHostDevice } from '../../../visit/testViews.ts';
import { exceptionsOf, type Surroundings } from './exceptions.ts';
import { deviceFacts, sayFacts, sayWho } from './facts.ts';
import type { LineDevice, RosterLine } from './rosterLines.ts';
import { sayState } from './sayState.ts';

const WORDS = ROSTER.exceptions;
const AROUND: Surroundings = { introducing: false, lateFrom: 1_000, now: 999 };

const told = (change: Partial<HostDeviceView> = {}): LineDevice => {
  const device = aHostDevice('s', change);
  return { seen: device, told: device, place: 'inside', room: null, alone: null };
};
const line = (devices: readonly LineDevice[], change: Partial<RosterLine> = {}): RosterLine => ({
  participant: 'dana' as RosterLine['participant'],
  name: 'Dana',
  role: 'parent',
  relationship: 'mother',
  known: 'link',
  state: 'here',
  speech: 'speaks',
  observed: null,
  since: 0,
  addedLate: false,
  quickExit: false,
  introduced: 'notYet',
  devices,
  ...change,
});
const says = (devices: readonly LineDevice[], change: Partial<RosterLine> = {}, around: Partial<Surroundings> = {}) =>
  exceptionsOf(line(devices, change), { ...AROUND, ...around }).map((one) => one.says);

test('[ROST-1] nothing is said of somebody about whom all is as it should be', () => {
  expect(says([told({ blur: 'off', sight: 'seen', senses: { sees: 'yes', hears: 'yes', at: 0 as never } })])).toEqual(
    [],
  );
});

test('[SEE-3] blur that is on stands out; what is not known is called so, and never off', () => {
  expect(says([told({ blur: 'on', pictureHeld: true, sight: 'frozen' })])).toEqual([WORDS.blurred]);
  for (const blur of ['on', 'off', 'notKnown'] as const) {
    const device = told({ blur });
    expect(sayFacts(line([device]))).toContain(BLUR[blur].toLowerCase());
    expect(deviceFacts(device, false)).toContain(BLUR[blur]);
  }
  expect(BLUR.notKnown.toLowerCase()).not.toContain('off');
});

test('[SEE-3] nobody but the host is told of blur', () => {
  const seen: DeviceView = aDevice('s');
  expect(sayFacts(line([{ seen, told: null, place: 'inside', room: null, alone: null }])).toLowerCase()).not.toContain(
    'blur',
  );
});

test('[SEE-7] a known virtual camera is said plainly', () => {
  expect(says([told({ cameraKind: 'virtual' })])).toEqual([WORDS.virtual]);
});

test('[SEE-4] a child or parent who is not seen stands out, and how; of others a camera that is off is only a fact', () => {
  expect(says([told({ camera: 'off', sight: 'off' })])).toEqual([WORDS.cameraOff]);
  for (const sight of ['frozen', 'black', 'lost'] as const) expect(says([told({ sight })])).toEqual([SIGHTS[sight]]);
  expect(says([told({ sight: 'notShown' })])).toEqual([]);
  expect(says([told({ camera: 'off' })], { role: 'supporter' })).toEqual([]);
  expect(sayFacts(line([told({ camera: 'off' })], { role: 'supporter' }))).toContain('camera off');
});

test('[ROST-4] whoever says they cannot see or hear stands out', () => {
  const senses = { sees: 'no', hears: 'no', at: 0 as never } as const;
  expect(says([told({ senses })])).toEqual([WORDS.cannotSeeUs, WORDS.cannotHearUs]);
  expect(deviceFacts(told(), true)).toContain(ROSTER.details.senses.notAnswered);
  expect(deviceFacts(told(), false)).not.toContain(ROSTER.details.senses.notAnswered);
});

test('[UNK-1] a device that nobody expected stands out, at the door too', () => {
  expect(says([{ ...told({ unexpected: true }), place: 'door' }])).toEqual([WORDS.unexpected]);
});

test('[ROST-2] being away is the state of the person, and said once; of one of two devices it is said of that one', () => {
  const hidden = told({ interruption: 'hidden' });
  expect(says([hidden], { state: 'away' })).toEqual([]);
  expect(says([hidden, told({ device: 'tablet' })])).toEqual([`Phone: ${WORDS.interruption.hidden}`]);
  expect(says([told({ hears: 'no', interruption: 'both' })])).toEqual([WORDS.cannotHear, WORDS.interruption.both]);
});

test('[JOIN-6] whoever is awaited when the grace is over is late, and nobody before or inside', () => {
  const late = { ...AROUND, now: 1_000 };
  const isLate = (state: RosterLine['state'], around: Surroundings) =>
    sayState(line([], { state, since: null }), around);
  expect(isLate('expected', AROUND)).toEqual({ says: 'Expected', isUrgent: false });
  expect(isLate('expected', late)).toEqual({ says: 'Expected, late', isUrgent: true });
  expect(isLate('checking', late)).toEqual({ says: 'Getting ready, late', isUrgent: true });
  expect(isLate('here', late).isUrgent).toBe(false);
  expect(isLate('away', late).isUrgent).toBe(true);
});

test('[ROST-3] a latecomer is shown as not introduced once the introductions have begun; what has to be done comes first', () => {
  expect(says([told()], {}, { introducing: true })).toEqual([WORDS.notIntroduced]);
  expect(says([told()], { introduced: 'done' }, { introducing: true })).toEqual([]);
  expect(says([told({ blur: 'on' })], {}, { introducing: true })).toEqual([WORDS.blurred, WORDS.notIntroduced]);
  expect(says([], { state: 'expected' }, { introducing: true })).toEqual([]);
});

test('[JOIN-5] asked until answered; “nobody” is an answer, silence is none', () => {
  const answers = (['notSaid', 'asked', 'said'] as const).map((saidWho) => sayWho({ saidWho, beside: [] }));
  expect(new Set(answers).size).toBe(3);
  expect(sayWho({ saidWho: 'said', beside: [{ name: 'Nan' } as never] })).toBeNull();
});

test('[SAFE-2] a device that cannot encrypt stands out until the host has accepted it; one that has not said does not', () => {
  const of = (is: HostDeviceView['protection']['is']) =>
    exceptionsOf(line([told({ protection: { key: null, is } })]), AROUND);

  expect(of('unprotected')).toEqual([{ says: PROTECTION.exceptions.unprotected, grave: true }]);
  expect(of('unprotectedAccepted')).toEqual([{ says: PROTECTION.exceptions.unprotectedAccepted, grave: false }]);
  expect([...of('notYet'), ...of('protected')]).toEqual([]);
});
