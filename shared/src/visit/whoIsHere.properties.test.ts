import { afterAll, describe, expect, test } from 'vitest';
import { firstOfItsLink } from '../testing/oracle.ts';
import { PLAYED_WITHIN, Playing } from '../testing/playing.ts';
import type { ParticipantId, SessionId } from './ids.ts';
import { mediaPlan } from './mediaPlan.ts';
import { isFamily } from './people.ts';
import { presentPeople } from './rounds/decide.ts';
import { isSettled } from './unknown/cases.ts';
import type { UnknownCase } from './unknown/state.ts';
import { viewFor } from './view.ts';
import type { RoomView, VisitView } from './viewShape.ts';
import type { Visit } from './visit.ts';

const playing = new Playing(250);
const always = playing.always.bind(playing);
const count = playing.count.bind(playing);

const casesOn = (visit: Visit, session: SessionId): readonly UnknownCase[] =>
  [...visit.unknowns.values()].filter(({ about }) => about.is === 'device' && about.session === session);
const views = (visit: Visit): readonly { readonly participant: ParticipantId; readonly view: VisitView }[] =>
  [...visit.sessions.values()].map(({ id, participant }) => ({
    participant,
    view: viewFor(visit, { participant, session: id }),
  }));
const rooms = (visit: Visit): readonly { readonly participant: ParticipantId; readonly view: RoomView }[] =>
  views(visit).flatMap(({ participant, view }) => (view.screen === 'room' ? [{ participant, view }] : []));

describe('somebody nobody expected', () => {
  test('[UNK-1] a device at the door or inside that is not the first of its link has an open matter, or was introduced', () => {
    always(({ current, log }) => {
      if (current.phase.is === 'ended') return;
      const first = firstOfItsLink(log);
      for (const { id, invitation, standing } of current.sessions.values()) {
        if (invitation === null || first.has(id)) continue;
        if (standing.is !== 'waiting' && standing.is !== 'seated') continue;
        const known = casesOn(current, id).at(-1);
        count(`unexpected ${standing.is}`);
        count(known?.open ? 'unexpected and open' : 'unexpected and introduced');
        expect(known?.open || known?.state === 'introduced', `${id}: ${known?.state}`).toBe(true);
      }
    });
  });

  test('[UNK-1] a matter that is open stays so until the host or the chair settles it or the visit is over, and is never forgotten', () => {
    always(({ current }, before, { actor }) => {
      for (const [id, was] of before.unknowns) {
        const is = current.unknowns.get(id);
        expect(is?.steps[0]).toEqual(was.steps[0]);
        if (!was.open || is?.open) continue;
        count(`settled as ${is?.state}`);
        const by = actor.kind === 'person' ? current.participants.get(actor.participant)?.role : undefined;
        if (by === 'chair') count('settled by the chair');
        const leads = by === 'host' || by === 'chair';
        expect(leads || current.phase.is === 'ended', `${id} settled by ${JSON.stringify(actor)}`).toBe(true);
      }
    });
  });

  test('[UNK-2] what is settled is closed and nothing else is; a matter of a device is open while it is there', () => {
    always(({ current }) => {
      for (const { state, open, about } of current.unknowns.values()) {
        expect(open && isSettled(state)).toBe(false);
        if (!open) expect(isSettled(state) || state === 'left').toBe(true);
        if (about.is !== 'device') continue;
        const { is } = current.sessions.get(about.session)?.standing ?? { is: 'gone' };
        if (open) expect(state === 'left').toBe(is !== 'waiting' && is !== 'seated');
        if (!open && state === 'nobody') expect.fail('a device was nobody');
      }
    });
  });

  test('[ROST-5] [UNK-2] whoever was removed is out, has no working link, and nothing about them is open', () => {
    always(({ current, log }, { version }) => {
      for (const { event } of log.slice(version)) {
        if (event.type !== 'participant.removed') continue;
        const own = [...current.sessions.values()].filter(({ participant }) => participant === event.participant);
        expect(own.filter(({ standing }) => standing.is === 'waiting' || standing.is === 'seated')).toEqual([]);
        const links = [...current.invitations.values()].filter(({ participant }) => participant === event.participant);
        expect(links.filter(({ revoked }) => !revoked)).toEqual([]);
        const about = [...current.unknowns.values()].filter(({ about: { session } }) =>
          own.some(({ id }) => id === session),
        );
        count('removed with a matter', about.length);
        expect(about.filter(({ open }) => open)).toEqual([]);
      }
    });
  });
});

describe('the child and the parents', () => {
  test('[SEE-1] on every professional’s screen exactly they are pinned, on no family screen anybody, whatever happens', () => {
    always(({ current }) => {
      for (const { participant, view } of rooms(current)) {
        const looks = isFamily(current.participants.get(participant)?.role ?? 'child');
        for (const { role, pinned } of view.people) {
          count(pinned ? 'pinned' : 'not pinned');
          expect(pinned, `${role} for ${participant}`).toBe(!looks && (role === 'child' || role === 'parent'));
        }
      }
    });
  });

  test('[SEE-4] only a professional inside tells how a child or parent inside is seen', () => {
    always(({ current, log }, { version, sessions }) => {
      for (const { event } of log.slice(version)) {
        if (event.type !== 'sight.told') continue;
        const [watcher, subject] = [sessions.get(event.by), sessions.get(event.session)];
        const roleOf = (id: ParticipantId | undefined) => (id ? current.participants.get(id)?.role : undefined);
        expect([watcher?.standing.is, subject?.standing.is]).toEqual(['seated', 'seated']);
        expect(isFamily(roleOf(watcher?.participant) ?? 'child')).toBe(false);
        expect(['child', 'parent']).toContain(roleOf(subject?.participant));
      }
      for (const [subject, watchers] of current.sights) {
        for (const id of [subject, ...watchers.keys()]) {
          count('sight looked at');
          expect(current.sessions.get(id)?.standing.is).toBe('seated');
        }
      }
    });
  });
});

describe('what only the host is told', () => {
  const HOSTS_ONLY = /"(unknowns|unexpected|check|cameraKind|sight|senses|roster|lobby|asks|calledOn)":|"blur":/;

  /** Of what is the host’s alone, the chair has the matters and the answers, in a place of their own. */
  const NOT_THE_CHAIRS =
    /"(unexpected|check|cameraKind|sight|roster|lobby|asks|calledOn|quickExit|invitation)":|"blur":/;

  test('[JOIN-3] [UNK-1] matters, checks, blur, sights and answers are in no view but the host’s and, of their part, the chair’s', () => {
    always(({ current }) => {
      for (const { participant, view } of views(current)) {
        const shown = JSON.stringify(view);
        if (participant === current.host) {
          if (HOSTS_ONLY.test(shown)) count('host shown');
          continue;
        }
        if (current.participants.get(participant)?.role === 'chair') continue;
        count('others shown');
        expect(shown).not.toMatch(HOSTS_ONLY);
        for (const id of current.unknowns.keys()) expect(shown).not.toContain(`"${id}"`);
        expect(
          Object.keys(view.can).filter((key) => /^(unknown\.(?!notice)|help\.(send|close)|introduction)/.test(key)),
        ).toEqual([]);
      }
    });
  });

  test('[UNK-1] the chair is shown every matter but those of their own devices, and nothing else of the host’s', () => {
    always(({ current }) => {
      for (const { participant, view } of views(current)) {
        if (current.participants.get(participant)?.role !== 'chair') continue;
        const { chair, ...rest } = { chair: null, ...view };
        expect(JSON.stringify(rest)).not.toMatch(HOSTS_ONLY);
        expect(JSON.stringify(chair)).not.toMatch(NOT_THE_CHAIRS);
        if (view.screen !== 'room' || current.phase.is === 'ended') continue;
        count('chair shown', chair?.unknowns.length);
        count('hidden from the chair', current.unknowns.size - (chair?.unknowns.length ?? 0));
        const theirs = [...current.unknowns.values()].filter(
          ({ about: { session } }) => session === null || current.sessions.get(session)?.participant !== participant,
        );
        expect(new Set(chair?.unknowns.map(({ id }) => id))).toEqual(new Set(theirs.map(({ id }) => id)));
        for (const id of current.unknowns.keys())
          if (!theirs.some((known) => known.id === id)) expect(JSON.stringify(view)).not.toContain(`"${id}"`);
      }
    });
  });

  test('[UNK-2] the chair turns away, removes and ends only as a step of a matter that was open', () => {
    always(({ current, log }, before, { actor }) => {
      if (actor.kind !== 'person' || before.participants.get(actor.participant)?.role !== 'chair') return;
      const open = [...before.unknowns.values()].filter((known) => known.open);
      for (const { event } of log.slice(before.version)) {
        if (event.type === 'session.denied' || event.type === 'participant.removed') count('put out by the chair');
        if (event.type === 'session.denied') expect(open.map(({ about }) => about.session)).toContain(event.session);
        if (event.type === 'participant.removed') {
          const owners = open.map(({ about }) => (about.is === 'device' ? about.participant : null));
          expect(owners).toContain(event.participant);
          expect(event.participant).not.toBe(current.host);
        }
        if (event.type === 'visit.ended') {
          count('ended by the chair');
          expect(open.some(({ state }) => state === 'refused' || state === 'warned')).toBe(true);
        }
      }
    });
  });

  test('[JOIN-3] whoever is not inside is shown no device but their own, not even as something they may not do', () => {
    always(({ current }) => {
      for (const { participant, view } of views(current)) {
        const { role } = current.participants.get(participant) ?? {};
        if (role === 'host' || role === 'chair' || view.screen === 'room') continue;
        count('outsider looked at');
        const shown = JSON.stringify(view);
        for (const { id, participant: owner } of current.sessions.values())
          if (owner !== participant) expect(shown).not.toContain(id);
      }
    });
  });
});

describe('what a device says of itself', () => {
  test('[SEE-3] [SEE-4] [SAFE-2] whoever cannot hear is neither heard nor seen, nor a device without protection, and a blurred picture goes to nobody', () => {
    always(({ current }) => {
      const seats = mediaPlan(current).rooms.flatMap(({ room, seats }) =>
        seats.map((seat) => ({ ...seat, room, isHeld: current.rooms.get(room)?.heldSince !== null })),
      );
      for (const { session, room, audio, video, receives, isHeld } of seats) {
        const device = current.sessions.get(session);
        const told = current.conditions.get(session)?.condition;
        const deaf = told?.hears === 'no';
        if (deaf) count('cannot hear');
        if (told?.blur === 'on' && !deaf) count('blurred');
        if (isHeld) count('held');
        const said = current.protections.get(session);
        const isShut = said?.key === null && !said.accepted.has(room);
        if (said?.key === null) count(isShut ? 'shut out' : 'accepted without protection');
        expect(receives).toBe(!isShut);
        const passes = !deaf && !isHeld && !isShut;
        expect(audio).toBe(device?.microphone === 'on' && passes ? 'open' : 'closed');
        expect(video).toBe(device?.camera === 'on' && passes && told?.blur !== 'on' ? 'open' : 'closed');
      }
    });
  });

  test('[JOIN-5] [ROST-3] whoever is called on is there, and nobody beside a device is named who cannot be read out', () => {
    always(({ current }) => {
      const { calledOn } = current.introductions;
      if (calledOn.length > 0) count('called on');
      if (current.phase.is !== 'ended')
        expect(presentPeople(current)).toEqual(expect.arrayContaining(calledOn.map(({ who }) => who)));
      const beside = [...current.households.values()].flatMap(({ people }) => people ?? []);
      expect(new Set(beside.map(({ id }) => id)).size).toBe(beside.length);
      for (const { name } of beside) expect(name).toMatch(/\p{L}/u);
    });
  });
});

const FLOORS: Readonly<Record<string, number>> = {
  'household.told': 200,
  'household.asked': 100,
  'check.reported': 100,
  'help.sent': 50,
  'help.asked': 100,
  'help.dismissed': 1,
  'help.closed': 1,
  'introduction.called': 60,
  'introduction.made': 40,
  'senses.asked': 100,
  'senses.answered': 25,
  'condition.told': 400,
  'sight.told': 60,
  'unknown.noticed': 500,
  'unknown.stepped': 1000,
  'unknown.closed': 80,
  'unexpected waiting': 50,
  'unexpected seated': 100,
  'unexpected and open': 120,
  'unexpected and introduced': 30,
  'settled as introduced': 25,
  'settled as removed': 10,
  'settled as left': 12,
  'settled as nobody': 8,
  'settled as callEnded': 8,
  'removed with a matter': 5,
  pinned: 1000,
  'not pinned': 4000,
  'sight looked at': 150,
  'host shown': 800,
  'others shown': 3000,
  'chair shown': 300,
  'hidden from the chair': 100,
  'settled by the chair': 10,
  'put out by the chair': 5,
  'ended by the chair': 3,
  'outsider looked at': 2000,
  'cannot hear': 120,
  blurred: 40,
  'called on': 60,
  'shut out': 40,
  'accepted without protection': 10,
  'protection.checked': 5,
};

test('every interesting thing has a floor, looked at when all is played', () => {
  expect(Object.keys(FLOORS).length).toBeGreaterThan(30);
});

afterAll(() => expect(playing.tooRare(FLOORS)).toEqual([]), PLAYED_WITHIN);
