import { expect, test } from 'vitest';
import { AMINA, deviceOf, from, HOST_IN_OFFICE, NOON, RAY } from '../testing/personas.ts';
import { opensLink, type Script, underWay } from '../testing/script.ts';
import { lateFrom } from './plan/late.ts';
import type { ConsoleView } from './viewShape.ts';

function consoleOf(script: Script): ConsoleView {
  const view = script.viewOf(AMINA);
  if (view.screen !== 'room' || view.console === null) throw new Error('The host has no console');

  return view.console;
}

test('[JOIN-5] the host sees of each device at the door whether it has said who is there, and what it was asked again', () => {
  const script = opensLink(underWay(), RAY).must(from(RAY), { type: 'lobby.knock' });
  const saidWho = () => consoleOf(script).lobby.map((entry) => entry.saidWho);
  expect(saidWho()).toEqual(['notSaid']);

  script.must(from(RAY), { type: 'household.tell', people: [] });
  expect(saidWho()).toEqual(['said']);

  script.must(HOST_IN_OFFICE, { type: 'household.ask', participant: RAY });
  expect(saidWho()).toEqual(['asked']);
  const devices = consoleOf(script).roster.flatMap((entry) => entry.devices);
  expect(devices.find(({ session }) => session === deviceOf(RAY))?.saidWho).toBe('asked');

  script.must(from(RAY), { type: 'household.tell', people: [{ name: 'Nan', relationship: '' }] });
  expect(saidWho()).toEqual(['said']);
});

test('[JOIN-6] the host knows inside the visit for when it was planned, and from when on who is not here is late', () => {
  expect(consoleOf(underWay()).scheduledFor).toBe(NOON);
  expect(consoleOf(underWay()).lateFrom).toBe(lateFrom(NOON));
});
