import { VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallWords } from '../../content/family/familyCall.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './CannotHear.module.css';
import type { Deafness } from './trouble.ts';

interface CannotHearProps {
  readonly why: Deafness;
  readonly say: CallWords;
  readonly onHear: () => void;
}

/** [SAFE-5] In large letters over the faces: whoever cannot hear must know it, and that nobody hears or sees them meanwhile. */
export function CannotHear({ why, say, onHear }: CannotHearProps): ReactNode {
  return (
    <div className={styles.over} role="alert">
      <Icon of={VolumeX} large />
      <p className={styles.words}>{say.youCannotHear}</p>
      {why === 'gettingSoundBack' && <p className={styles.more}>{say.gettingSoundBack}</p>}
      {why === 'noLoudspeaker' && <p className={styles.more}>{say.noLoudspeaker}</p>}
      {why === 'tapToHear' && (
        <Button kind="primary" large wide onClick={onHear}>
          {say.tapToHear}
        </Button>
      )}
    </div>
  );
}
