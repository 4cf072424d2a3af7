import { helpOf, householdOf, isAskedWho } from './deviceView.ts';
import type { DoorView, InviterView } from './doorViewShape.ts';
import { isFamily } from './people.ts';
import type { Session } from './presence/state.ts';
import { ownProtection } from './protection/view.ts';
import type { Participant } from './roster/state.ts';
import type { Visit } from './visit.ts';

const asInviter = ({ name, role }: Participant): InviterView => ({ name, role });

/**
 * Professionals of the plan, beside the host, for other professionals. [PRIV-5] The family is told of the host alone, whether or not people
 * are kept apart: who else is there may be there for somebody on another side, as an adviser is whom everybody at home knows as the
 * mother’s; and a name that went from the page when an order was made would tell of the order.
 */
const othersExpected = (visit: Visit, { id: own, role: ownRole }: Participant): readonly Participant[] =>
  [...visit.participants.values()]
    .filter(() => !isFamily(ownRole))
    .filter(({ id, role, expected }) => id !== visit.host && id !== own && expected && !isFamily(role))
    .filter(({ standing }) => standing !== 'withdrawn');

/**
 * [JOIN-3] What a device sees that nobody has admitted: its own name, and of the others only what the plan said before the visit
 * started. Nothing here depends on who is connected, waiting or inside, nor on whether the visit has started.
 */
export function doorView(visit: Visit, person: Participant, session: Session | null): Omit<DoorView, 'can'> {
  const host = visit.participants.get(visit.host);
  if (host === undefined) throw new Error('A visit without its host in the log');

  return {
    screen: session?.standing.is === 'waiting' ? 'waiting' : 'arriving',
    me: {
      name: person.name,
      role: person.role,
      microphone: session?.microphone ?? 'on',
      camera: session?.camera ?? 'on',
      household: householdOf(visit, session),
      askedWhoIsWithYou: isAskedWho(visit, session),
      help: helpOf(visit, session),
      protection: ownProtection(visit, session?.id ?? null),
    },
    invitedBy: asInviter(host),
    alsoExpected: othersExpected(visit, person).map(asInviter),
    kind: visit.plan.kind,
    scheduledFor: visit.plan.scheduledFor,
    lengthMinutes: visit.plan.lengthMinutes,
  };
}
