import type { HelpAsked } from '@doorstep/shared/visit/checks/state.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { aConsole, aDevice, aHostDevice, aLobbyEntry, aPerson, aRoom, aRosterEntry } from '../../../visit/testViews.ts';
import { asksFromElsewhere, sayAsks } from './asks.ts';

const asking = (name: string, what: HelpAsked | null, isThere = true) =>
  aRosterEntry(name, {
    asks: what && { session: name as SessionId, what },
    devices: isThere ? [aHostDevice(name)] : [],
  });

test('[JOIN-6] what somebody asks of the host is read out until it is seen to, wherever they are', () => {
  const roster = [asking('Dana', 'phoneMe'), asking('Ray', null), asking('Sam', 'stuck', false)];
  expect(sayAsks({ console: aConsole({ roster }) })).toBe('Dana asks to be phoned. Sam says they are stuck');
  expect(sayAsks({ console: null })).toBe('');
});

test('[JOIN-6] an ask stands in one place: at the door with whoever asks; from inside, and of whoever has gone, above', () => {
  const console = aConsole({
    roster: [
      asking('Inside', 'stuck'),
      asking('Waiting', 'stuck'),
      asking('Opened', 'stuck'),
      asking('Gone', 'phoneMe', false),
    ],
    lobby: [aLobbyEntry('Waiting', { session: 'Waiting' as SessionId })],
  });
  const view = aRoom({ people: [aPerson('Inside', { devices: [aDevice('Inside')] })], console });
  expect(asksFromElsewhere(view).map(({ name }) => name)).toEqual(['Inside', 'Gone']);
});
