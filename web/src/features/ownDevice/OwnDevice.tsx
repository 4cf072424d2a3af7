import type { VisitKind } from '@doorstep/shared/visit/plan/state.ts';
import type { ReactNode } from 'react';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { AwayNotice } from './AwayNotice.tsx';
import { BetweenTurns } from './BetweenTurns.tsx';
import styles from './OwnDevice.module.css';
import type { TurnsMemory } from './turns.ts';

interface OwnDeviceProps {
  readonly kind: VisitKind;
  readonly local: LocalMedia;
  readonly memory: TurnsMemory;
  /** Puts the focus where it belongs when a message that had it is gone. */
  readonly onGone: () => void;
}

/** What a professional is told and offered about their own device during a visit; nothing while there is nothing. */
export function OwnDevice({ kind, local, memory, onGone }: OwnDeviceProps): ReactNode {
  return (
    <div className={styles.own}>
      <AwayNotice onGone={onGone} />
      <BetweenTurns local={local} memory={memory} prompts={kind === 'conference'} onGone={onGone} />
    </div>
  );
}
