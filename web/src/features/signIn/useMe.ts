import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import { useCallback, useEffect, useState } from 'react';
import { staffApi } from '../../http/staffApi.ts';

/** Who is signed in here. `unknown` until the server was asked, or while it cannot be. */
export type Me =
  | { readonly is: 'unknown'; readonly problem: string | null }
  | { readonly is: 'nobody' }
  | { readonly is: 'staff'; readonly staff: StaffMember };

/** Asks once, and again whenever `again` is called. */
export function useMe(): { readonly me: Me; readonly again: () => Promise<void> } {
  const [me, setMe] = useState<Me>({ is: 'unknown', problem: null });
  const again = useCallback(async () => {
    const answer = await staffApi.me();
    if (answer.ok) setMe({ is: 'staff', staff: answer.value });
    else if (answer.problem.refusal === 'unreachable') setMe({ is: 'unknown', problem: answer.problem.says });
    else setMe({ is: 'nobody' });
  }, []);
  useEffect(() => {
    void again();
  }, [again]);
  return { me, again };
}
