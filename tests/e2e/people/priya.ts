import type { ParticipantId, StaffId } from '@doorstep/shared/visit/ids.ts';

/** Priya Shah of the demo authority, as the host puts her on the plan of a visit. */
export const PRIYA = {
  participant: 'priya' as ParticipantId,
  name: 'Priya Shah',
  role: 'colleague',
  relationship: '',
  staff: 'priya-shah' as StaffId,
} as const;
