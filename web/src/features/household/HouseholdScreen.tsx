import type { DoorView } from '@doorstep/shared/visit/doorViewShape.ts';
import type { ReactNode } from 'react';
import { household } from '../../content/family/household.ts';
import { readerOf } from '../../content/family/reader.ts';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import { WithName } from '../../ui/WithName.tsx';
import type { DraftMemory } from './draftMemory.ts';
import styles from './Household.module.css';
import { type Tell, WhoIsWithYou } from './WhoIsWithYou.tsx';

interface HouseholdScreenProps {
  readonly door: DoorView;
  readonly memory: DraftMemory;
  readonly onTell: Tell;
  readonly onSkip: () => void;
}

/** [JOIN-5] Asked of everyone once, after the camera and before the wait. */
export function HouseholdScreen({ door, memory, onTell, onSkip }: HouseholdScreenProps): ReactNode {
  const reader = readerOf(door.me.role);
  const say = household[reader];

  return (
    <div className={styles.screen}>
      <ScreenHeading>{say.heading}</ScreenHeading>
      <p>
        <WithName says={say.why} name={door.invitedBy.name} />
      </p>
      <WhoIsWithYou
        reader={reader}
        before={door.me.household}
        memory={memory}
        onTell={onTell}
        skip={{ label: say.skip, onSkip }}
      />
      <p className={styles.quiet}>{say.mayLater}</p>
    </div>
  );
}
