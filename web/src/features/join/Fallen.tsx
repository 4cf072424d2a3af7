import type { ReactNode } from 'react';
import { mishap } from '../../content/family/join.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import styles from './Screens.module.css';

/** It was us, not you; your place is kept. */
export function Fallen({ onCarryOn }: { onCarryOn: () => void }): ReactNode {
  return (
    <div className={styles.screen}>
      <ScreenHeading>{mishap.heading}</ScreenHeading>
      <p>{mishap.body}</p>
      <p>{mishap.kept}</p>
      <Button kind="primary" large wide onClick={onCarryOn}>
        {mishap.carryOn}
      </Button>
    </div>
  );
}
