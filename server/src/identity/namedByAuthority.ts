import type { VisitCommand } from '@doorstep/shared/visit/commands.ts';
import type { StaffSignIn } from './StaffSignIn.ts';

/**
 * The command with a colleague's name as the authority has it, whatever the asker calls them (ROST-1); null when the authority knows
 * nobody of that id.
 */
export function namedByAuthority(command: VisitCommand, staff: Pick<StaffSignIn, 'find'>): VisitCommand | null {
  if (command.type !== 'roster.add' || command.person.staff === null) return command;

  const member = staff.find(command.person.staff);

  return member === null ? null : { ...command, person: { ...command.person, name: member.name } };
}
