import { afterAll, describe, expect, test } from 'vitest';
import { PLAYED_WITHIN, Playing } from '../../testing/playing.ts';
import { roomOpenings, roomSteps } from '../../testing/roomArbitraries.ts';
import type { ParticipantId, SessionId } from '../ids.ts';
import { mediaPlan } from '../mediaPlan.ts';
import { isFamily } from '../people.ts';
import { areApart } from '../separation/areApart.ts';
import { viewFor } from '../view.ts';
import type { Visit } from '../visit.ts';

const playing = new Playing(400, { openings: roomOpenings, steps: roomSteps });
const always = playing.always.bind(playing);
const count = playing.count.bind(playing);

const pairs = <Thing>(things: readonly Thing[]): readonly (readonly [Thing, Thing])[] =>
  things.flatMap((one, place) => things.slice(place + 1).map((other) => [one, other] as const));
const roomOf = (visit: Visit, id: SessionId) => {
  const standing = visit.sessions.get(id)?.standing;

  return standing?.is === 'seated' ? standing.room : null;
};
const isFamilys = (visit: Visit, id: ParticipantId): boolean => {
  const person = visit.participants.get(id);

  return person !== undefined && isFamily(person.role);
};

describe('in every story with rooms', () => {
  test('[PRIV-2] a device has media in one room at most, and sits in a room that there is', () => {
    always(({ current }) => {
      const seats = mediaPlan(current).rooms.flatMap(({ seats: here }) => here.map(({ session }) => session));
      expect(new Set(seats).size).toBe(seats.length);
      for (const { id, standing } of current.sessions.values()) {
        if (standing.is !== 'seated') continue;
        count(`seated in a ${current.rooms.get(standing.room)?.kind} room`);
        expect(current.rooms.has(standing.room), `${id} sits in ${standing.room}`).toBe(true);
      }
    });
  });

  test('[PLAN-10] [PRIV-5] two who are kept apart never have media in one room', () => {
    always(({ current }) => {
      for (const { seats } of mediaPlan(current).rooms) {
        for (const [one, other] of pairs(seats)) {
          expect(areApart(current, one.participant, other.participant)).toBe(false);
        }
      }
    });
  });

  test('[PRIV-5] nobody is shown the name or the id of somebody they are kept apart from', () => {
    always(({ current }) => {
      for (const { id, participant } of current.sessions.values()) {
        if (!isFamilys(current, participant)) continue;
        const apart = [...current.participants.values()].filter((other) => areApart(current, participant, other.id));
        if (apart.length === 0) continue;
        count('shown to somebody who is kept apart');
        const shown = JSON.stringify(viewFor(current, { participant, session: id }));
        for (const other of apart) {
          expect(shown).not.toContain(other.name);
          expect(shown).not.toContain(`"${other.id}`);
        }
      }
    });
  });

  test('[PRIV-10] of the family nobody is seen or heard in a room without a professional who is connected', () => {
    always(({ current }) => {
      for (const { seats } of mediaPlan(current).rooms) {
        const isWatched = seats.some(
          ({ session, participant }) =>
            !isFamilys(current, participant) && current.sessions.get(session)?.connection.is === 'connected',
        );
        const open = seats.filter(({ audio, video }) => audio === 'open' || video === 'open');
        if (isWatched || !seats.some(({ participant }) => isFamilys(current, participant))) continue;
        count('held');
        expect(open).toEqual([]);
      }
    });
  });

  test('[PRIV-7] into a private room nobody comes but by their own yes, or along with whom they help, or as the host themselves', () => {
    always((script, before, { actor, command }) => {
      for (const { event } of script.log.slice(before.version)) {
        if (event.type !== 'session.moved' || script.current.rooms.get(event.to)?.kind !== 'private') continue;
        const mover = before.sessions.get(event.session)?.participant;
        const sayer = actor.kind === 'person' ? actor.participant : null;
        const helps = before.participants.get(mover ?? ('' as ParticipantId))?.helps;
        count(command.type === 'room.enter' ? 'the host went' : 'said yes and came');
        if (command.type === 'room.enter') expect([mover, sayer]).toEqual([before.host, before.host]);
        else expect(command.type === 'room.answer' && (mover === sayer || helps === sayer)).toBe(true);
      }
    });
  });

  test('[PRIV-3] a move changes neither microphone nor camera', () => {
    always((script, before) => {
      for (const { event } of script.log.slice(before.version)) {
        if (event.type !== 'session.moved') continue;
        const [was, is] = [before.sessions.get(event.session), script.current.sessions.get(event.session)];
        expect([is?.microphone, is?.camera]).toEqual([was?.microphone, was?.camera]);
      }
    });
  });

  test('[PRIV-8] whoever of the family sits in a private room was asked whether they are alone, and nobody else is asked', () => {
    always(({ current }) => {
      for (const { id, participant } of current.sessions.values()) {
        const room = roomOf(current, id);
        const isPrivate = room !== null && current.rooms.get(room)?.kind === 'private';
        if (isPrivate && isFamilys(current, participant)) count('asked whether alone');
        expect(current.alonenesses.has(id), id).toBe(isPrivate && isFamilys(current, participant));
      }
    });
  });
});

const FLOORS = {
  'room.opened': 300,
  'room.invited': 300,
  'room.declined': 10,
  'session.moved': 300,
  'room.closed': 50,
  'room.told': 50,
  'space.ended': 20,
  'separation.ordered': 100,
  'separation.lifted': 20,
  'alone.asked': 60,
  'alone.answered': 20,
  'seated in a private room': 1000,
  'shown to somebody who is kept apart': 1000,
  held: 300,
  'the host went': 30,
  'said yes and came': 100,
  'asked whether alone': 300,
};

afterAll(() => expect(playing.tooRare(FLOORS)).toEqual([]), PLAYED_WITHIN);
