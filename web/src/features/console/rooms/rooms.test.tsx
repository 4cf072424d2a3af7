import type { Instant, ParticipantId, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomOverview } from '@doorstep/shared/visit/roomViewShape.ts';
import type { Can, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Drafts } from '../../../drafts/Drafts.ts';
import { OpenDrafts } from '../../../drafts/OpenDrafts.ts';
import { roomKeyOf } from '../../../visit/ownRoom.ts';
import {
  aConsole,
  aHostDevice,
  aPerson,
  aRoom,
  aRoomOf,
  aRosterEntry,
  me,
  SEATED_AT,
  sitting,
} from '../../../visit/testViews.ts';
import { EndDialog } from '../EndDialog.tsx';
import { gettingReady } from '../roster/devicePlaces.ts';
import { sayFacts } from '../roster/facts.ts';
import { rosterLines } from '../roster/rosterLines.ts';
import { Away } from './Away.tsx';
import { HeldRooms } from './HeldRooms.tsx';
import { Invitation } from './Invitation.tsx';
import { freeMarks, seatedOthers } from './opening.ts';
import { askableFor } from './overview.ts';
import { RoomsPanel } from './RoomsPanel.tsx';
import { SaidAlone } from './SaidAlone.tsx';
import { Tell } from './Tell.tsx';
import { WhereIAm } from './WhereIAm.tsx';

const send = async () => ({ ok: true }) as const;
const nothing = () => undefined;
const read = (page: ReactNode): string =>
  renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const ROSTER = [
  aRosterEntry('Amina', { role: 'host', joinsBy: 'signsIn', state: 'here', devices: [aHostDevice('Amina-laptop')] }),
  aRosterEntry('Dana', { state: 'here', devices: [aHostDevice('Dana-phone')] }),
  aRosterEntry('Mia', { role: 'child', state: 'here', devices: [aHostDevice('Mia-phone')] }),
  aRosterEntry('Ray', { role: 'householdMember', state: 'here', devices: [aHostDevice('Ray-phone')] }),
];

const hosts = (rooms: readonly RoomOverview[], change: Partial<RoomView> = {}): RoomView =>
  aRoom({
    me: me('Amina', { role: 'host', session: 'Amina-laptop' as SessionId }),
    people: [aPerson('Amina', { role: 'host' })],
    console: aConsole({ roster: ROSTER, rooms }),
    ...change,
  });

const MAIN = aRoomOf('main', { devices: [sitting('Amina-laptop', 'Amina'), sitting('Dana-phone', 'Dana')] });
const BLUE = aRoomOf('r1', { mark: 'blue', devices: [sitting('Mia-phone', 'Mia')] });
const panel = (view: RoomView): string => read(<RoomsPanel view={view} send={send} />);

test('[PRIV-9] the host reads of every room who is in it, what the others hear, and who has been asked to come', () => {
  const said = panel(hosts([MAIN, { ...BLUE, invited: ['Dana-phone' as SessionId] }]));

  expect(said).toMatch(/Main room You are here .*Dana Parent or carer/);
  expect(said).toMatch(/Blue room The others read that they are away Mia Child/);
  expect(said).toContain('Asked to come, no answer yet: Dana');
});

test('[PRIV-9] what the host may do stands with its room, and what they may not is not offered', () => {
  const can: Can = { 'room.enter:r1': 'yes', 'room.callBack:r1': 'yes', 'room.close:r1': 'yes', 'room.tell:r1': 'yes' };

  expect(panel(hosts([MAIN, BLUE], { can }))).toMatch(/Go there \(Blue room\) Call everybody back \(Blue room\) Close/);
  expect(panel(hosts([MAIN, BLUE]))).not.toMatch(/Go there|Call everybody|Close|Write to/);
});

test('[PRIV-3] whoever has a seat in a room and has not arrived there, or is lost, is said to be so beside their name', () => {
  const change = (device: Partial<ReturnType<typeof aHostDevice>>): string => {
    const mia = aRosterEntry('Mia', { role: 'child', devices: [aHostDevice('Mia-phone', device)] });
    return panel(hosts([MAIN, BLUE], { console: aConsole({ roster: [mia], rooms: [MAIN, BLUE] }) }));
  };

  expect(change({ hears: 'no' })).toMatch(/Mia Child · .* Not there: no sound or picture reaches them/);
  expect(change({ connection: 'reconnecting' })).toMatch(/Mia Child · .* Connection lost: not there/);
  expect(change({})).not.toMatch(/not there/i);
});

test('[PRIV-10] family whom nobody sees or hears are told of loudly wherever the host is, with the way there', () => {
  const held = { ...MAIN, devices: [sitting('Dana-phone', 'Dana')], heldSince: (Date.now() - 65_500) as Instant };
  const own = { ...BLUE, devices: [sitting('Amina-laptop', 'Amina'), sitting('Mia-phone', 'Mia')] };
  const page = <HeldRooms view={hosts([held, own], { can: { 'room.enter:main': 'yes' } })} send={send} />;

  expect(read(page)).toContain(
    'Dana on hold in: Main room. Nobody can see or hear them. On hold 1:05 Go there (Main room)',
  );
  expect(renderToStaticMarkup(page)).toContain('role="alert"');
  expect(read(<HeldRooms view={hosts([MAIN, own])} send={send} />)).toBe('');
});

test('[PRIV-10] a colleague is called to family in the main room, and told nothing of who else is where', () => {
  const familyWaits = [{ room: 'main' as RoomId, since: (Date.now() - 5_500) as Instant }];
  const view = aRoom({ familyWaits, can: { 'room.leave': 'yes' } });

  expect(read(<HeldRooms view={view} send={send} />)).toBe(
    'Family is on hold in: Main room. Nobody can see or hear them. On hold 0:05 Go there',
  );
});

test('[PRIV-8] what somebody said of being alone is read beside them, and can be asked again', () => {
  const view = hosts([MAIN, BLUE], {
    room: {
      id: 'r1' as RoomId,
      kind: 'private',
      since: SEATED_AT,
      mark: 'blue',
      heldSince: null,
      cover: null,
      words: null,
    },
    people: [aPerson('Mia', { role: 'child', devices: [aHostDevice('Mia-phone')] })],
    alone: [{ session: 'Mia-phone' as SessionId, isAsked: false, said: 'notAlone' }],
    can: { 'alone.ask:Mia-phone': 'yes' },
  });
  const line = rosterLines(view).find(({ name }) => name === 'Mia');

  expect(line && read(<SaidAlone line={line} can={view.can} send={send} />)).toBe(
    'Says that somebody else is there Ask again (Mia)',
  );
});

test('[PRIV-8] … and by a colleague in the room too, who sees nothing of it from outside', () => {
  const people = [aPerson('Mia', { role: 'child', devices: [aHostDevice('Mia-phone')] })];
  const alone = [{ session: 'Mia-phone' as SessionId, isAsked: true, said: null }];
  const said = (view: RoomView) =>
    rosterLines(view).map((line) => read(<SaidAlone line={line} can={{}} send={send} />));

  expect(said(aRoom({ people, alone }))).toEqual(['Asked whether anybody else is there. No answer yet.']);
  expect(said(aRoom({ people }))).toEqual(['']);
});

test('[PRIV-2] the screen of a professional says by colour, shape and words in which room it is, with the way back', () => {
  const room = {
    id: 'r1' as RoomId,
    kind: 'private',
    since: SEATED_AT,
    mark: 'blue',
    heldSince: null,
    cover: null,
    words: null,
  } as const;
  const view = aRoom({ room, people: [aPerson('Dana')], can: { 'room.leave': 'yes' } });

  expect(read(<WhereIAm view={view} send={send} />)).toBe(
    'Blue room With Dana. Only people in this room see and hear you. Go back',
  );
  expect(read(<WhereIAm view={aRoom()} send={send} />)).toBe('');
});

const of = (...names: readonly string[]) => names.map((name) => name as ParticipantId);
const FIRST = aRoomOf('main', { home: of('Dana', 'Mia'), devices: [sitting('Amina-laptop', 'Amina')] });
const SECOND = aRoomOf('main-2', { home: of('Ray') });

test('[PRIV-5] where people are kept apart each main room goes by its people, and the host reads which one this is', () => {
  const view = hosts([FIRST, SECOND]);

  expect(panel(view)).toMatch(/Room of Dana and Mia You are here .*Room of Ray/);
  expect(read(<WhereIAm view={view} send={send} />)).toBe(
    'You are with Dana and Mia. Ray: kept apart from them, in a room of their own. Do not let on that they are here.',
  );
});

test('[PRIV-5] in a private room with somebody of one side, nobody of the other may be spoken of', () => {
  const rooms = [
    { ...FIRST, devices: [] },
    SECOND,
    { ...BLUE, devices: [sitting('Amina-laptop', 'Amina'), sitting('Ray-phone', 'Ray')] },
  ];
  const room = {
    id: 'r1' as RoomId,
    kind: 'private',
    since: SEATED_AT,
    mark: 'blue',
    heldSince: null,
    cover: null,
    words: null,
  } as const;

  expect(read(<WhereIAm view={hosts(rooms, { room, people: [aPerson('Ray')] })} send={send} />)).toMatch(
    /Dana and Mia: kept apart/,
  );
});

test('[PRIV-5] ended for one side only, the dialog names whom; ended for all, it says that this is both', () => {
  const end = (side: { room: RoomId; name: string } | null) =>
    read(<EndDialog side={side} hasSides send={send} onClose={nothing} />);

  expect(end({ room: 'main-2' as RoomId, name: 'Room of Ray' })).toMatch(/^End the visit for one side: Room of Ray\?/);
  expect(end(null)).toContain('This ends it for both sides at once');
});

test('[PRIV-2] what is typed for one room stands with that room alone, also when their names begin alike', () => {
  const drafts = new Drafts(() => {
    throw new Error('Nothing is kept here');
  }, 'visit');
  drafts.write('tell:main|', 'For the first');
  drafts.write('tell:main-2|', 'For the second');
  drafts.drop('tell:main|');
  const typed = (id: string) =>
    renderToStaticMarkup(
      <OpenDrafts value={drafts}>
        <Tell room={{ id: id as RoomId, name: id }} send={send} />
      </OpenDrafts>,
    );

  expect(typed('main')).not.toContain('For the');
  expect(typed('main-2')).toContain('For the second');
});

test('[PRIV-2] to the host two main rooms are two, although each screen calls its own by the same id', () => {
  const inSecond = [
    { ...FIRST, devices: [] },
    { ...SECOND, devices: FIRST.devices },
  ];

  expect(roomKeyOf(hosts([FIRST, SECOND]))).toBe('main');
  expect(roomKeyOf(hosts(inSecond))).toBe('main-2');
});

test('[PRIV-4] a colleague who stayed reads who is away as the host chose; the host has the panel for that', () => {
  const elsewhere = [
    { name: 'Mia', withWhom: null },
    { name: 'Ray', withWhom: ['Amina'] },
  ];

  expect(read(<Away view={aRoom({ elsewhere })} />)).toBe('Mia is away. Ray is talking with Amina.');
  expect(read(<Away view={hosts([MAIN], { elsewhere })} />)).toBe('');
});

test('[PRIV-7] a colleague is asked to come as everybody is: to which room, and who is there', () => {
  const invitedTo = { mark: 'green', brings: [], company: [{ name: 'Amina', role: 'host' }] } as const;

  expect(read(<Invitation view={aRoom({ invitedTo })} send={send} />)).toBe(
    'You are asked to come: Green room Amina there now. Go there Stay here',
  );
  expect(read(<Invitation view={aRoom()} send={send} />)).toBe('');
});

test('[PRIV-7] who cannot be asked to a room is named with the reason, and nobody who is in it', () => {
  const can: Can = {
    'room.invite:r1:Amina-laptop': 'yes',
    'room.invite:r1:Dana-phone': 'keptApart',
    'room.invite:r1:Mia-phone': 'alreadyInside',
  };

  expect(askableFor(hosts([MAIN, BLUE], { can }), 'r1' as RoomId)).toEqual([
    { session: 'Dana-phone', name: 'Dana', refusal: 'keptApart' },
  ]);
});

test('[PRIV-1] a new room can have any mark that is free, and everybody with a seat can be asked to it', () => {
  const view = hosts([MAIN, BLUE]);

  expect(freeMarks(view)).toEqual(['green', 'yellow', 'purple', 'orange', 'grey']);
  expect(seatedOthers(view).map(({ name }) => name)).toEqual(['Dana', 'Mia']);
});

test('[ROST-2] somebody in another room is in the visit, and the list says in which', () => {
  const view = hosts([MAIN, BLUE]);
  const line = rosterLines(view).find(({ name }) => name === 'Mia');

  expect(line && sayFacts(line)).toContain('Phone, in: Blue room');
  expect(gettingReady(view).map(({ person }) => person.name)).not.toContain('Mia');
});

test('[PRIV-5] a colleague in the main room of the other side reads so, and finds the way back', () => {
  const there = read(<WhereIAm view={aRoom({ can: { 'room.leave': 'yes' } })} send={send} />);
  expect(there).toMatch(/kept apart from the others in this visit.*Do not let on.*Go back/);
  expect(
    read(<Invitation view={aRoom({ invitedTo: { mark: null, brings: [], company: [] } })} send={send} />),
  ).toContain('You are asked to come: Main room');
});
