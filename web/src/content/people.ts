import type { Role } from '@doorstep/shared/visit/people.ts';
import type { DeviceKind } from '@doorstep/shared/visit/presence/state.ts';

/** A role as staff read it. */
export const ROLES: Readonly<Record<Role, string>> = {
  host: 'Host',
  chair: 'Chair',
  colleague: 'Colleague',
  otherProfessional: 'Other professional',
  manager: 'Manager',
  child: 'Child',
  parent: 'Parent or carer',
  householdMember: 'Lives in the home',
  supporter: 'Supporter',
  interpreter: 'Interpreter',
};

/** A device, to tell two of one person apart. */
export const DEVICES: Readonly<Record<DeviceKind, string>> = {
  phone: 'Phone',
  tablet: 'Tablet',
  computer: 'Computer',
  unknown: 'Device',
};

/** "Parent or carer, mother"; the relationship alone says nothing new when it repeats the role. */
export const sayRole = (role: Role, relationship: string): string => {
  const words = ROLES[role];
  if (relationship === '' || relationship.toLowerCase() === words.toLowerCase()) return words;
  return `${words}, ${relationship}`;
};
