import type { Role } from '@doorstep/shared/visit/people.ts';

/** The child and the parents first; then who stands with them, then colleagues. */
const ORDER: readonly Role[] = [
  'child',
  'parent',
  'householdMember',
  'supporter',
  'interpreter',
  'host',
  'chair',
  'colleague',
  'manager',
  'otherProfessional',
];

/** People in the order in which a professional looks for them; those of one role stay in the order of the plan. */
export const inRoleOrder = <Person extends { readonly role: Role }>(people: readonly Person[]): readonly Person[] =>
  [...people].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
