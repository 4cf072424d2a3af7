import type { DoorView } from '@doorstep/shared/visit/doorViewShape.ts';
import type { OutView } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import { aDoor } from '../../visit/testViews.ts';
import type { VisitClientState } from '../../visit/VisitClient.ts';
import { screenOf } from './screens.ts';

const door = (screen: DoorView['screen']): DoorView => aDoor(screen);

const out: OutView = { screen: 'out', why: 'ended', words: null, me: { name: 'Mia', role: 'child' }, can: {} };

const state = (change: Partial<VisitClientState>): VisitClientState => ({
  connection: 'connected',
  view: null,
  goodbye: null,
  levels: new Map(),
  ...change,
});

const READING = { hasRead: false, isReady: false, isLeaving: false };
const CHECKING = { ...READING, hasRead: true };
const READY = { ...CHECKING, isReady: true };

test('[JOIN-1] one screen asks one thing: first who asked, then the camera, then the wait', () => {
  expect(screenOf(state({ view: door('arriving') }), READING).is).toBe('invited');
  expect(screenOf(state({ view: door('arriving') }), CHECKING).is).toBe('deviceCheck');
  expect(screenOf(state({ view: door('waiting') }), CHECKING).is).toBe('lobby');
});

test('[JOIN-5] everyone is asked who is with them, after the camera and before the wait', () => {
  expect(screenOf(state({ view: door('arriving') }), READY).is).toBe('household');
  expect(screenOf(state({ view: door('waiting') }), READY).is).toBe('lobby');
});

test('[JOIN-7] a page that is loaded again comes straight back to where it was', () => {
  expect(screenOf(state({ view: door('waiting') }), READING).is).toBe('lobby');
});

test('what was on the screen stays while the line is lost', () => {
  expect(screenOf(state({ view: door('waiting'), connection: 'reconnecting' }), CHECKING).is).toBe('lobby');
  expect(screenOf(state({ view: door('waiting'), goodbye: 'closing' }), CHECKING).is).toBe('lobby');
});

test.each([
  ['elsewhere', 'elsewhere'],
  ['reload', 'reload'],
  ['tooMany', 'busy'],
  ['notSignedIn', 'openAgain'],
] as const)('a server that says %s shuts the page with the words for %s', (goodbye, why) => {
  expect(screenOf(state({ view: door('waiting'), goodbye }), CHECKING)).toEqual({
    is: 'shut',
    why,
  });
});

test('before the first view there is nothing to show, and after the end there is only the end', () => {
  expect(screenOf(state({}), READING).is).toBe('opening');
  expect(screenOf(state({ view: out }), CHECKING)).toEqual({ is: 'out', out });
});

test('whoever presses Leave is gone at once, also where the line is lost', () => {
  const steps = { ...CHECKING, isLeaving: true };

  expect(screenOf(state({ view: door('waiting'), connection: 'reconnecting' }), steps)).toEqual({
    is: 'shut',
    why: 'left',
  });
  expect(screenOf(state({ view: out }), steps).is).toBe('out');
});
