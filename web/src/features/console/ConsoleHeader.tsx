import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { Clock } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { KINDS } from '../../content/kinds.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import styles from './ConsoleHeader.module.css';
import { clockFace } from './clock.ts';
import { useNow } from './useNow.ts';

/** Where the focus goes when what had it is gone. */
export const CONSOLE_HEADING = 'console';

/** What this visit is for, and the clock (NOTE-2). */
export function ConsoleHeader({ view }: { view: RoomView }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const now = useNow(5_000);
  const face = clockFace(view.startedAt ?? now, view.lengthMinutes, now);
  return (
    <header className={styles.header}>
      <div className={styles.what}>
        <h1 ref={heading} id={CONSOLE_HEADING} tabIndex={-1} className={styles.kind}>
          {KINDS[view.kind].label}
        </h1>
        {view.purpose && <p className={styles.purpose}>{view.purpose}</p>}
      </div>
      <p className={styles.clock}>
        <Icon of={Clock} />
        <time>{face.says}</time>
        {face.warns && <Tag tone="attention">{face.warns}</Tag>}
      </p>
    </header>
  );
}
