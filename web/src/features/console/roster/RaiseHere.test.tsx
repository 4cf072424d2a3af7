import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import {
  aConsole,
  aDevice,
  aHostDevice,
  aLobbyEntry,
  aPerson,
  aRoom,
  aRosterEntry,
  me,
} from '../../../visit/testViews.ts';
import { mayRaise, RaiseHere } from './RaiseHere.tsx';
import { rosterLines } from './rosterLines.ts';

const AMINA = me('Amina', { role: 'host' });
const MAY = { 'unknown.notice': 'yes' } as const;

const offered = (view: RoomView, name: string): readonly string[] => {
  const line = rosterLines(view).find((one) => one.name === name);
  if (line === undefined) throw new Error(`${name} is not listed`);
  const page = renderToStaticMarkup(
    <RaiseHere line={line} isMe={line.participant === view.me.participant} can={view.can} onRaise={() => {}} />,
  );
  return page
    .split('</button>')
    .map((button) => button.replaceAll(/<[^>]+>/g, '').trim())
    .filter((words) => words !== '');
};

test('[UNK-3] it can be raised where a person is listed, by a colleague as by the host; of oneself and of who is not inside never', () => {
  const people = [aPerson('Priya', { role: 'colleague', identity: 'signedIn' }), aPerson('Dana')];
  const priyas = aRoom({ me: me('Priya', { role: 'colleague' }), people, can: MAY });
  const [nearby, device] = offered(priyas, 'Dana');
  expect(nearby).toBe('Somebody else is there with Dana');
  expect(device).toBe('I do not know this person who is here as Dana');
  expect(offered(priyas, 'Priya')).toEqual([]);
  expect(offered({ ...priyas, can: { 'unknown.notice': 'tooManyCases' } }, 'Dana')).toEqual([]);

  const roster = [
    aRosterEntry('Dana', { devices: [aHostDevice('Dana-phone')] }),
    aRosterEntry('Ray', { state: 'waiting', devices: [aHostDevice('Ray-phone')] }),
  ];
  const lobby = [aLobbyEntry('Ray', { session: 'Ray-phone' as never })];
  const aminas = aRoom({ me: AMINA, people, can: MAY, console: aConsole({ roster, lobby }) });
  expect(offered(aminas, 'Dana')).toHaveLength(2);
  expect(offered(aminas, 'Ray')).toEqual([]);
});

test('[UNK-3] of two devices each says which one it is', () => {
  const devices = [aHostDevice('Dana-phone'), aHostDevice('Dana-tablet', { device: 'tablet', arrival: 'second' })];
  const people = [aPerson('Dana', { devices: [aDevice('Dana-phone'), aDevice('Dana-tablet')] })];
  const view = aRoom({
    me: AMINA,
    people,
    can: MAY,
    console: aConsole({ roster: [aRosterEntry('Dana', { devices })] }),
  });
  expect(offered(view, 'Dana').filter((words) => words.startsWith('Somebody'))).toEqual([
    'Somebody else is there, phone with Dana',
    'Somebody else is there, tablet (second device) with Dana',
  ]);
  const [line] = rosterLines(view);
  expect(line && mayRaise(line, false, MAY)).toBe(true);
});
