import type { StaffMember } from '@doorstep/shared/protocol/http.ts';

/** Invented people of an invented authority. The first one is the host of the demo visit. */
export const DEMO_HOST: StaffMember = { id: 'amina-okafor', name: 'Amina Okafor', team: 'Social worker, East team' };
export const DEMO_COLLEAGUE: StaffMember = { id: 'priya-shah', name: 'Priya Shah', team: 'Social worker, East team' };
const DEMO_MANAGER: StaffMember = { id: 'tom-reilly', name: 'Tom Reilly', team: 'Team manager, East team' };

export const DEMO_STAFF: readonly StaffMember[] = [DEMO_HOST, DEMO_COLLEAGUE, DEMO_MANAGER];
