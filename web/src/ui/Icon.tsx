import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Icon.module.css';

/** A picture beside words that say the same; never alone, and never read aloud. */
export function Icon({ of: Picture, large = false }: { of: LucideIcon; large?: boolean }): ReactNode {
  return <Picture aria-hidden="true" focusable="false" className={classes(styles.icon, large && styles.large)} />;
}

/** Words with their picture in front, on one line. */
export function Labelled({ icon, children }: { icon: LucideIcon; children: ReactNode }): ReactNode {
  return (
    <span className={styles.labelled}>
      <Icon of={icon} />
      <span>{children}</span>
    </span>
  );
}
