import type { Role } from '@doorstep/shared/visit/people.ts';

/** What somebody is, said to a family. Used where the plan gives no words of its own. */
export const roleWords: Readonly<Record<Role, string>> = {
  host: 'Your worker',
  chair: 'Leads the meeting',
  colleague: 'Works with your worker',
  otherProfessional: 'Works with your family',
  manager: 'Leads your worker’s team',
  child: 'Child',
  parent: 'Parent or carer',
  householdMember: 'From your home',
  supporter: 'Here to support',
  interpreter: 'Interpreter',
};
