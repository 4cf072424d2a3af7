import type { ParticipantId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Can, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { aConsole, aLobbyEntry, anUnknown, aRoom, aRoomOf, aRosterEntry, me } from '../../../visit/testViews.ts';
import { AtTheDoor } from '../../unknown/AtTheDoor.tsx';
import { admissionsOf } from './admissions.ts';
import { LobbyPanel } from './LobbyPanel.tsx';

const send = async () => ({ ok: true }) as const;
const read = (page: ReactNode): string =>
  renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const of = (...names: readonly string[]) => names.map((name) => name as ParticipantId);

const ROOMS = [aRoomOf('main', { home: of('Dana', 'Mia') }), aRoomOf('main-2', { home: of('Ray') })];
const LENA = 'Lena-phone' as SessionId;
const CHOICE: Can = {
  'lobby.admit:Lena-phone': 'yes',
  'lobby.admit:Lena-phone:main': 'yes',
  'lobby.admit:Lena-phone:main-2': 'visitEnded',
};
const hosts = (can: Can, rooms = ROOMS): RoomView =>
  aRoom({
    me: me('Amina', { role: 'host' }),
    console: aConsole({
      roster: ['Dana', 'Mia', 'Ray'].map((name) => aRosterEntry(name)),
      lobby: [aLobbyEntry('Lena', { role: 'otherProfessional' })],
      rooms,
    }),
    can,
  });
const lobby = (view: RoomView): string => read(<LobbyPanel view={view} send={send} />);

test('[PRIV-5] [JOIN-3] whoever goes between two sides is let in to the one that the host chooses, by its people, with the reason where they may not', () => {
  const view = hosts(CHOICE);
  expect(lobby(view)).toMatch(/Let in to: Room of Dana and Mia Lena .*Let in to: Room of Ray Lena/);
  expect(admissionsOf(view, LENA).map(({ room, refusal }) => [room, refusal])).toEqual([
    ['main', null],
    ['main-2', 'visitEnded'],
  ]);
});

test('[PRIV-5] [JOIN-3] for family, and where there is one main room for all, there is one way in and nothing to choose', () => {
  for (const view of [hosts({ 'lobby.admit:Lena-phone': 'yes' }), hosts(CHOICE, [aRoomOf('main')])]) {
    expect(lobby(view)).toMatch(/Let in Lena/);
    expect(lobby(view)).not.toContain('Let in to');
  }
});

test('[PRIV-5] [UNK-1] where there is a choice, somebody unexpected is let in from the list that has it', () => {
  const matter = anUnknown('Lena', {
    about: { is: 'device', session: LENA, participant: 'Lena' as ParticipantId },
    place: { is: 'door', deniedBefore: false },
  });
  const door = (can: Can): string => read(<AtTheDoor matter={matter} can={can} act={async () => null} />);
  expect(door(CHOICE)).toMatch(/choose the room/);
  expect(door(CHOICE)).not.toContain('Let in and ask there');
  expect(door({ 'lobby.admit:Lena-phone': 'yes' })).toBe('Let in and ask there');
});
