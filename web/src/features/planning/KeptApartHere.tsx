import type { StaffView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { TWO_SIDES } from '../../content/staff/twoSides.ts';
import { Notice } from '../../ui/Notice.tsx';

/** [PLAN-10] For a professional who is not the host, before they go in and afterwards: of whom nothing may be said to whom. */
export function KeptApartHere({ staff }: { staff: StaffView | null }): ReactNode {
  const apart = staff?.keptApart ?? [];
  return (
    <div role="status">
      {apart.length > 0 && (
        <Notice tone="attention" heading={TWO_SIDES.heading}>
          <ul>
            {apart.map(({ names, from }) => {
              const says = TWO_SIDES.apart(names, from);
              return <li key={says}>{says}</li>;
            })}
          </ul>
          <p>
            {TWO_SIDES.careful} {TWO_SIDES.neither}
          </p>
        </Notice>
      )}
    </div>
  );
}
