'use client';

import { StaffVisit } from './StaffVisit.tsx';
import { useVisitId } from './useVisitId.ts';

export default function Visit() {
  const visit = useVisitId();
  return visit === null ? null : <StaffVisit key={visit} visit={visit} />;
}
