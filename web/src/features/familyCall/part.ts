import type { Role } from '@doorstep/shared/visit/people.ts';
import { roleWords } from '../../content/family/roles.ts';

/** What somebody is. The plan's own word ("Grandmother") says more than the role does. */
export const partOf = ({ role, relationship }: { readonly role: Role; readonly relationship: string }): string =>
  relationship.trim() === '' ? roleWords[role] : relationship;
