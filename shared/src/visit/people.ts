/** What somebody is in this visit. Decides pins, order of speaking and what they may do; never chosen by the person themselves. */
export type Role =
  | 'host'
  | 'chair'
  | 'colleague'
  | 'otherProfessional'
  | 'manager'
  | 'child'
  | 'parent'
  | 'householdMember'
  | 'supporter'
  | 'interpreter';

/** Whether somebody speaks yet, or at all (SEE-6). */
export type Speech = 'speaks' | 'notYet';

const FAMILY_ROLES: readonly Role[] = ['child', 'parent', 'householdMember', 'supporter', 'interpreter'];

/** Child, parents and carers, others of the household, and those who speak for them. Everyone else is a professional. */
export const isFamily = (role: Role): boolean => FAMILY_ROLES.includes(role);

/** [SEE-1] Whom every professional keeps in sight: chosen by role, never by hand. */
export const isPinned = (role: Role): boolean => role === 'child' || role === 'parent';

/** How the visit knows who somebody is (ROST-1). */
export type Identity = 'signedIn' | 'ownLink';
