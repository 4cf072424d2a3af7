import type { Evolvers } from '../evolver.ts';
import type { SessionId } from '../ids.ts';
import type { Visit } from '../visit.ts';
import type { ChecksEvent } from './commands.ts';
import { type Help, NO_HELP } from './state.ts';

const withHelp = (visit: Visit, session: SessionId, change: Partial<Help>): Visit => ({
  ...visit,
  helps: new Map(visit.helps).set(session, { ...(visit.helps.get(session) ?? NO_HELP), ...change }),
});

export const checksEvolvers: Evolvers<ChecksEvent['type']> = {
  'check.reported': (visit, { session, report, at }) => ({
    ...visit,
    checks: new Map(visit.checks).set(session, { report, at }),
  }),
  'help.sent': (visit, { session, hint, at }) => withHelp(visit, session, { hint: { hint, at } }),
  'help.dismissed': (visit, { session }) => withHelp(visit, session, { hint: null }),
  'help.asked': (visit, { session, what, at }) =>
    withHelp(visit, session, { asked: what === 'nothing' ? null : { what, at } }),
  'help.closed': (visit, { session }) => withHelp(visit, session, { asked: null }),
};
