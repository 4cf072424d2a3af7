import { type SafetyMember, safetyCode } from '@doorstep/shared/sframe/safetyCode.ts';
import { useEffect, useState } from 'react';
import { picturedOf } from './members.ts';

interface Found {
  readonly roll: string;
  readonly code: readonly number[];
}

/** The code of these members; null while it is worked out, which takes up to a second of one core beside everything else. */
export function useSafetyCode(members: readonly SafetyMember[], fresh: string | null): readonly number[] | null {
  const [found, setFound] = useState<Found | null>(null);
  const roll = `${fresh} ${picturedOf(members)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the roll stands for its members, which are new ones with every view
  useEffect(() => {
    let isWanted = true;
    void safetyCode(members, fresh).then((code) => {
      if (isWanted) setFound({ roll, code });
    });
    return () => {
      isWanted = false;
    };
  }, [roll]);

  return found?.roll === roll ? found.code : null;
}
