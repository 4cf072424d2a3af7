import { commandId, staffId } from '@doorstep/shared/protocol/commands.ts';
import type { NewVisit } from '@doorstep/shared/protocol/http.ts';
import { replay } from '@doorstep/shared/visit/evolve.ts';
import { after, type Instant, type VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Visit } from '@doorstep/shared/visit/visit.ts';
import type { EventStore } from '../events/EventStore.ts';
import type { FamilyLinks } from '../http/FamilyLinks.ts';
import type { StaffVisits } from '../http/StaffVisits.ts';
import type { VisitActor } from '../visits/VisitActor.ts';
import { DEMO_COLLEAGUE, DEMO_HOST } from './demoStaff.ts';

const HOUR = 3_600_000;
/** Links that run out sooner are not worth printing. */
const GOOD_FOR_AT_LEAST = HOUR;
const PURPOSE = 'A visit to try things out: to hear how the week has been for Sam.';

/** A link of the demo, and whose it is. */
export interface DemoLink {
  readonly name: string;
  readonly url: string;
}

interface DemoParts {
  readonly store: Pick<EventStore, 'listFor' | 'load'>;
  readonly visits: { find(visit: VisitId): Promise<VisitActor | null> };
  readonly staffVisits: StaffVisits;
  readonly links: FamilyLinks;
  readonly now: () => Instant;
  readonly freshId: () => string;
}

const host = { id: staffId.parse(DEMO_HOST.id), member: DEMO_HOST };

/** The links of the demo visit's family: of the last one while it goes on and its links work, else of a new one, planned for now. */
export async function demoLinks(parts: DemoParts): Promise<readonly DemoLink[]> {
  const known = await lastDemoVisit(parts);
  const links = known === null ? [] : workingLinks(known, parts);
  return links.length === familyOf(known).length && links.length > 0
    ? links
    : workingLinks(await planDemo(parts), parts);
}

async function lastDemoVisit({ store }: DemoParts): Promise<Visit | null> {
  const found = (await store.listFor(host.id)).find(({ purpose, phase }) => purpose === PURPOSE && phase !== 'ended');
  return found === undefined ? null : replay(await store.load(found.id as VisitId));
}

const familyOf = (visit: Visit | null) =>
  [...(visit?.participants.values() ?? [])].filter(({ staff }) => staff === null);

function workingLinks(visit: Visit, { links, now }: DemoParts): readonly DemoLink[] {
  return familyOf(visit).flatMap(({ id, name }) => {
    const invitation = [...visit.invitations.values()].find(
      ({ participant, revoked, expiresAt }) =>
        participant === id && !revoked && expiresAt > after(now(), GOOD_FOR_AT_LEAST),
    );
    return invitation === undefined ? [] : [{ name, url: links.urlOf(visit.id, invitation) }];
  });
}

function planOf(now: Instant): NewVisit {
  return {
    plan: { kind: 'homeVisit', purpose: PURPOSE, scheduledFor: now, lengthMinutes: 60 },
    people: [
      { name: 'Dana Hughes', role: 'parent', relationship: 'mother', staff: null },
      { name: 'Sam Hughes', role: 'child', relationship: '', staff: null },
      { name: DEMO_COLLEAGUE.name, role: 'colleague', relationship: '', staff: staffId.parse(DEMO_COLLEAGUE.id) },
    ],
  };
}

async function planDemo({ staffVisits, store, visits, now, freshId }: DemoParts): Promise<Visit> {
  const id = await staffVisits.plan(planOf(now()), host);
  const planned = await mustReplay(store, id);
  for (const { id: participant } of familyOf(planned)) {
    const actor = await visits.find(id);
    const asHost = { kind: 'person', participant: planned.host, session: null } as const;
    await actor?.submit(asHost, commandId.parse(freshId()), { type: 'invitation.issue', participant });
  }
  return mustReplay(store, id);
}

async function mustReplay(store: Pick<EventStore, 'load'>, id: VisitId): Promise<Visit> {
  const visit = replay(await store.load(id));
  if (visit === null) throw new Error('The demo visit was planned and is not there');
  return visit;
}
