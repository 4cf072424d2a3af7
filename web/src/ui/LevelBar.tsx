import { type ReactNode, useEffect, useRef } from 'react';
import styles from './LevelBar.module.css';

/** How loud something is, 0 to 1, as a bar. Only for the eye: say beside it in words what it means. */
export function LevelBar({ level }: { level: number }): ReactNode {
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Through the object model: style attributes are forbidden by the page's policy.
    bar.current?.style.setProperty('transform', `scaleX(${Math.min(1, Math.max(0, level)).toFixed(3)})`);
  }, [level]);
  return (
    <span className={styles.track} aria-hidden="true">
      <span ref={bar} className={styles.bar} />
    </span>
  );
}
