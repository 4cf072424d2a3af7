import type { RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { DOOR } from '../../../content/staff/help.ts';
import { sayClock } from '../../../content/times.ts';
import { Tag } from '../../../ui/Tag.tsx';
import styles from './LobbyPanel.module.css';

interface MissingProps {
  readonly people: readonly RosterEntry[];
  readonly scheduledFor: number;
  readonly lateFrom: number;
  readonly now: number;
}

/** More names than this are no longer read; the roster has them all. */
const FEW = 3;

/** [JOIN-6] Of whom nothing has been seen; some minutes after the planned time they are late. */
export function Missing({ people, scheduledFor, lateFrom, now }: MissingProps): ReactNode {
  if (people.length === 0) return null;
  const time = sayClock(scheduledFor);
  const inTime = now < scheduledFor ? DOOR.early(time) : DOOR.due(time);
  return (
    <div className={styles.missing}>
      <p>
        {DOOR.missing}:{' '}
        <strong>{people.length > FEW ? DOOR.people(people.length) : people.map(({ name }) => name).join(', ')}</strong>
      </p>
      {now >= lateFrom ? <Tag tone="attention">{DOOR.late(time)}</Tag> : <p className={styles.soft}>{inTime}</p>}
    </div>
  );
}
