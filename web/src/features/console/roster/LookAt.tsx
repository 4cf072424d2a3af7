import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ROSTER } from '../../../content/staff/roster.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { exceptionsOf, type Surroundings } from './exceptions.ts';
import { rowIdOf } from './PersonRow.tsx';
import styles from './RosterPanel.module.css';
import type { RosterLine } from './rosterLines.ts';

interface LookAtProps {
  readonly lines: readonly RosterLine[];
  readonly around: Surroundings;
}

/** Whom to look at first, wherever on the list they stand: rows keep their place, so that none moves away under a finger. */
export function LookAt({ lines, around }: LookAtProps): ReactNode {
  const amiss = lines.filter((line) => exceptionsOf(line, around).some(({ grave }) => grave));
  if (amiss.length === 0) return null;
  return (
    <div className={styles.lookAt}>
      <Icon of={TriangleAlert} />
      <span>{ROSTER.lookAt}:</span>
      {amiss.map(({ participant, name }) => (
        <button
          key={participant}
          type="button"
          className={styles.jump}
          onClick={() => document.getElementById(rowIdOf(participant))?.focus()}
        >
          <bdi>{name}</bdi>
        </button>
      ))}
    </div>
  );
}
