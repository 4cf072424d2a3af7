import { afterAll, describe, expect, test } from 'vitest';
import { insideBy } from '../testing/oracle.ts';
import { PLAYED_WITHIN, Playing } from '../testing/playing.ts';
import { PROBES } from '../testing/probes.ts';
import type { Actor } from './actor.ts';
import { canKey } from './can.ts';
import { decide } from './decide.ts';
import { deciders } from './deciders.ts';
import type { VisitEvent } from './events.ts';
import { replay } from './evolve.ts';
import type { CommandId, SessionId } from './ids.ts';
import { mediaPlan } from './mediaPlan.ts';
import { isFamily } from './people.ts';
import type { RefusalCode } from './refusals.ts';
import { viewFor } from './view.ts';
import type { Can, VisitView } from './viewShape.ts';
import type { Visit } from './visit.ts';

const playing = new Playing(300);
const always = playing.always.bind(playing);
const count = playing.count.bind(playing);

const devices = (visit: Visit) => [...visit.sessions.values()];
const viewOf = (
  visit: Visit,
  session: SessionId,
  participant = visit.sessions.get(session)?.participant,
): VisitView => {
  if (participant === undefined) throw new Error('no such device');
  return viewFor(visit, { participant, session });
};

describe('whoever is inside was let in', () => {
  test('[JOIN-3] [ROST-1] the media plan seats exactly those who were admitted or entered, and have not left', () => {
    always(({ current, log }) => {
      const inside = insideBy(log);
      const seats = mediaPlan(current).rooms.flatMap((room) => room.seats.map(({ session }) => session));
      expect(new Set(seats)).toEqual(inside);
      expect(seats.length).toBe(new Set(seats).size);
    });
  });

  test('[JOIN-3] [ROST-1] a room shows exactly the people in it, and a device that is not inside is shown no room', () => {
    always(({ current, log }) => {
      const inside = insideBy(log);
      for (const { id } of devices(current)) {
        const view = viewOf(current, id);
        expect(view.screen === 'room').toBe(inside.has(id));
        if (view.screen !== 'room') continue;
        count('room looked at');
        expect(new Set(view.people.flatMap((person) => person.devices.map(({ session }) => session)))).toEqual(inside);
      }
    });
  });

  test('[JOIN-3] transports are made ready only for devices at the door whose link still counts', () => {
    always(({ current }) => {
      for (const { session, participant } of mediaPlan(current).rooms.flatMap(({ prepared }) => prepared)) {
        count('prepared');
        const device = current.sessions.get(session);
        expect(['arriving', 'waiting']).toContain(device?.standing.is);
        expect(device?.participant).toBe(participant);
        if (device?.invitation != null) expect(current.invitations.get(device.invitation)?.revoked).toBe(false);
      }
    });
  });

  test('[ROST-5] whoever was removed has no seat, no place at the door and no link that works', () => {
    always(({ current }) => {
      const plan = mediaPlan(current).rooms;
      for (const person of current.participants.values()) {
        if (person.standing === 'on') continue;
        count('looked at somebody put out');
        expect(plan.flatMap(({ seats }) => seats).filter((seat) => seat.participant === person.id)).toEqual([]);
        expect(
          [...current.invitations.values()].filter((link) => link.participant === person.id && !link.revoked),
        ).toEqual([]);
      }
    });
  });

  test('[ROST-5] a device that was put out alone comes back by the lobby or not at all, whoever holds it', () => {
    always((script, before) => {
      for (const { event } of script.log.slice(before.version)) {
        if (event.type !== 'session.entered' && event.type !== 'session.admitted') continue;
        const was = before.sessions.get(event.session)?.standing.is;
        if (event.type === 'session.entered') expect(was).not.toBe('removed');
        if (event.type === 'session.admitted') expect(was).toBe('waiting');
      }
      for (const { id, standing } of devices(script.current)) {
        if (standing.is !== 'removed') continue;
        count('looked at a device put out');
        expect(viewOf(script.current, id).screen).toBe('out');
      }
    });
  });
});

describe('the door tells nothing', () => {
  const concerns = (event: VisitEvent, session: SessionId, visit: Visit): boolean => {
    const device = visit.sessions.get(session);
    switch (event.type) {
      case 'visit.replanned':
      case 'visit.ended':
        return true;
      case 'participant.added':
        return visit.phase.is === 'planned';
      case 'participant.withdrawn':
        return (
          event.participant === device?.participant || visit.participants.get(event.participant)?.expected === true
        );
      case 'participant.removed':
        return event.participant === device?.participant;
      case 'invitation.issued':
        return event.participant === device?.participant;
      case 'invitation.revoked':
        return event.invitation === device?.invitation;
      case 'session.knocked':
      case 'session.admitted':
      case 'session.denied':
      case 'session.removed':
      case 'session.left':
      case 'session.seatLost':
      case 'session.entered':
      case 'session.mediaSet':
      case 'household.told':
      case 'help.sent':
      case 'help.dismissed':
      case 'help.asked':
      case 'help.closed':
      case 'protection.offered':
      case 'protection.accepted':
        return event.session === session;
      case 'household.asked':
        return event.sessions.includes(session);
      default:
        return false;
    }
  };

  test('[JOIN-3] what a device at the door is shown changes only by what it does itself or is told itself', () => {
    always((script, before) => {
      const events = script.log.slice(before.version).map(({ event }) => event);
      for (const { id, standing, identity } of devices(before)) {
        if ((standing.is !== 'arriving' && standing.is !== 'waiting') || identity === 'signedIn') continue;
        if (events.some((event) => concerns(event, id, before))) continue;
        count('door compared');
        expect(viewOf(script.current, id)).toEqual(viewOf(before, id));
      }
    });
  });

  test('[JOIN-3] a device at the door is never shown the name or id of anyone of the family but itself', () => {
    always(({ current }) => {
      for (const device of devices(current)) {
        if (device.standing.is !== 'arriving' && device.standing.is !== 'waiting') continue;
        if (device.identity === 'signedIn') continue;
        const shown = JSON.stringify(viewOf(current, device.id));
        for (const person of current.participants.values()) {
          if (person.id === device.participant || !isFamily(person.role)) continue;
          expect(shown).not.toContain(person.name);
          expect(shown).not.toContain(person.id);
        }
      }
    });
  });
});

/** Refusals that hang on what a command says beside its target, which no view can know before. */
const BY_WHAT_IT_SAYS: Partial<Record<keyof typeof PROBES, RefusalCode>> = {
  'separation.order': 'stillTogether',
  'room.open': 'markTaken',
  'protection.check': 'picturesChanged',
};

describe('what the view allows is what happens', () => {
  const actorsOf = (visit: Visit): readonly Extract<Actor, { kind: 'person' }>[] => [
    ...devices(visit).map(({ id, participant }) => ({ kind: 'person', participant, session: id }) as const),
    { kind: 'person', participant: visit.host, session: null },
  ];

  function probe(visit: Visit, actor: Actor, can: Can, type: keyof typeof PROBES, target: string | null): void {
    const key = canKey(type, target);
    const said = can[key];
    const decision = decide(visit, PROBES[type](target ?? ''), {
      actor,
      now: 1_780_000_100_000 as never,
      commandId: 'probe' as CommandId,
      freshId: 'probe',
    });
    count(`can said ${said === 'yes' ? 'yes' : said === undefined ? 'nothing' : 'no'}`);
    if (said === 'yes' && !decision.ok && decision.error === BY_WHAT_IT_SAYS[type]) return;
    if (said === 'yes' ? decision.ok : !decision.ok && (said === undefined || decision.error === said)) return;
    expect.fail(`${key}: the view said ${said}, and the decision was ${JSON.stringify(decision)}`);
  }

  /** Everything that a command could be said about, whether the view speaks of it or not. */
  const idsIn = (visit: Visit): readonly string[] => [
    ...visit.sessions.keys(),
    ...visit.participants.keys(),
    ...visit.invitations.keys(),
    ...visit.unknowns.keys(),
    ...visit.rooms.keys(),
    'unheard-of',
  ];

  test('[SAFE-6] for every command, actor and target, the view and the decision agree', () => {
    playing.stories(({ current: visit }) => {
      for (const actor of actorsOf(visit)) {
        const { can } = viewFor(visit, actor);
        for (const type of Object.keys(PROBES) as (keyof typeof PROBES)[]) {
          const targets = deciders[type].targets(visit);
          if (targets.includes(null)) probe(visit, actor, can, type, null);
          if (targets.length === 1 && targets[0] === null) continue;
          for (const id of idsIn(visit)) probe(visit, actor, can, type, id);
        }
      }
    });
  });

  test('[SAFE-6] what only the server may say is refused to every person', () => {
    playing.everyStep((script, before, step) => {
      const isSystems = /^(session\.|connections\.|clock\.)/.test(step.command.type);
      if (!isSystems || step.actor.kind === 'system') return;
      count('system command by a person');
      expect(script.refusal).toBe('notYours');
      expect(script.current).toBe(before);
    });
  });
});

describe('the log is the visit', () => {
  test('[SAFE-5] replaying the log gives the same visit, from any point of it', () => {
    always(({ current, log }) => {
      count('replayed');
      expect(current.version).toBe(log.length);
      expect(replay(log)).toEqual(current);
      expect(replay(JSON.parse(JSON.stringify(log)))).toEqual(current);
    });
  });

  test('[SAFE-5] a repeated command changes nothing', () => {
    always((script, _before, step) => {
      const { commandId } = script.log.at(-1) ?? {};
      if (commandId === undefined) return;
      const entries = script.log.length;
      expect(script.attempt({ ...step, wait: 1, commandId })).toBe(null);
      expect(script.log.length).toBe(entries);
      count('repeated');
    });
  });

  test('[SAFE-6] a refusal changes nothing', () => {
    playing.everyStep(({ current, refusal }, before) => {
      if (refusal === null) return;
      count('refused');
      expect(current).toBe(before);
    });
  });
});

describe('the scripts were worth playing', () => {
  const FLOORS: Readonly<Record<string, number>> = {
    'visit.started': 20,
    'visit.ended': 20,
    'session.opened': 200,
    'session.knocked': 100,
    'session.admitted': 60,
    'session.denied': 40,
    'session.removed': 20,
    'looked at a device put out': 100,
    'session.left': 100,
    'session.entered': 40,
    'session.lost': 100,
    'session.seatLost': 20,
    'session.mediaSet': 100,
    'participant.removed': 40,
    'participant.withdrawn': 10,
    'participant.added': 20,
    'invitation.issued': 40,
    'invitation.revoked': 60,
    'room looked at': 1000,
    prepared: 500,
    'door compared': 500,
    'looked at somebody put out': 200,
    'can said yes': 1000,
    'can said no': 1000,
    'can said nothing': 1000,
    'system command by a person': 50,
    replayed: 500,
    repeated: 500,
    refused: 500,
  };

  afterAll(() => expect(playing.tooRare(FLOORS)).toEqual([]), PLAYED_WITHIN);

  test('every interesting thing has a floor, looked at when all is played', () => {
    expect(Object.keys(FLOORS).length).toBeGreaterThan(20);
  });
});
