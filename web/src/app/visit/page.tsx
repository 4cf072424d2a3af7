'use client';

import { Sheltered } from '../Sheltered.tsx';
import { StaffVisit } from './StaffVisit.tsx';
import { useVisitId } from './useVisitId.ts';

export default function Visit() {
  const visit = useVisitId();
  if (visit === null) return null;
  return (
    <Sheltered key={visit} visit={visit}>
      <StaffVisit visit={visit} />
    </Sheltered>
  );
}
