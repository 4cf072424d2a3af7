import { no, ok } from '../../lib/result.ts';
import type { CommandOf } from '../commands.ts';
import { type Context, type Decider, type Decision, untargeted } from '../decider.ts';
import type { VisitEvent } from '../events.ts';
import { after } from '../ids.ts';
import { hostOnly, systemOnly } from '../policies.ts';
import { cleaned, isReadable } from '../roster/names.ts';
import type { Visit } from '../visit.ts';
import type { Plan } from './state.ts';

const MINUTE = 60_000;

const tidy = (plan: Plan): Plan => ({ ...plan, purpose: plan.purpose.trim() });

/** The beginning of every log. The purpose may follow later; links may not (PLAN-1). */
export function planVisit(visit: Visit | null, command: CommandOf<'visit.plan'>, { actor }: Context): Decision {
  const refusal = systemOnly(actor);
  if (refusal !== null) return no(refusal);
  if (visit !== null) return no('visitAlreadyPlanned');
  if (!isReadable(cleaned(command.host.name))) return no('nameUnreadable');

  const host = { ...command.host, name: cleaned(command.host.name) };

  const { visit: id, plan, policy } = command;

  return ok([{ type: 'visit.planned', visit: id, plan: tidy(plan), policy, host }]);
}

/** Links that would stop working before the visit, as it is planned now, is over. Closed, so that nobody holds a link that fails them. */
const outlived = (visit: Visit, plan: Plan): readonly VisitEvent[] =>
  [...visit.invitations.values()]
    .filter(({ revoked, expiresAt }) => !revoked && expiresAt < after(plan.scheduledFor, plan.lengthMinutes * MINUTE))
    .map(({ id }) => ({ type: 'invitation.revoked', invitation: id }));

/** The host changes the plan. A purpose once needed cannot be emptied (PLAN-1); links that the new times outlive are closed (JOIN-2). */
export const visitReplan: Decider<'visit.replan'> = {
  target: () => null,
  targets: untargeted,
  permits: hostOnly,
  decide: (visit, command) => {
    const plan = tidy(command.plan);
    const hasLinks = [...visit.invitations.values()].some(({ revoked }) => !revoked);
    if (plan.purpose === '' && (hasLinks || visit.phase.is !== 'planned')) return no('purposeMissing');

    return ok([{ type: 'visit.replanned', plan }, ...outlived(visit, plan)]);
  },
};

/** The host opens the visit, once, and not without a purpose. Lets nobody in (JOIN-3). */
export const visitStart: Decider<'visit.start'> = {
  target: () => null,
  targets: untargeted,
  permits: (visit, actor) => {
    const refusal = hostOnly(visit, actor);
    if (refusal !== null) return refusal;
    if (visit.phase.is === 'open') return 'visitAlreadyOpen';

    return visit.plan.purpose === '' ? 'purposeMissing' : null;
  },
  decide: (_visit, _command, { now }) => ok([{ type: 'visit.started', at: now }]),
};
