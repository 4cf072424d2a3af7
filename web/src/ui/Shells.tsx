import type { ReactNode } from 'react';
import { SkipLink } from './Quiet.tsx';
import styles from './Shells.module.css';

interface ColumnProps {
  /** Above everything, first in tab order: the quick exit. */
  readonly first?: ReactNode;
  readonly children: ReactNode;
}

/** One column, large words, one thing at a time. */
export function ColumnPage({ first, children }: ColumnProps): ReactNode {
  return (
    <div className={styles.column}>
      {first}
      <main id="main" tabIndex={-1} className={styles.columnMain}>
        {children}
      </main>
    </div>
  );
}

interface WorkPageProps {
  readonly masthead: ReactNode;
  readonly skip: string;
  readonly children: ReactNode;
  /** `reading` keeps lines short; `full` gives the whole window away, as a console needs. */
  readonly width?: 'reading' | 'wide' | 'full';
}

/** A page of a working day: a masthead, then the work. */
export function WorkPage({ masthead, skip, children, width = 'wide' }: WorkPageProps): ReactNode {
  return (
    <div className={width === 'full' ? styles.fullPage : styles.workPage}>
      <SkipLink to="main">{skip}</SkipLink>
      {masthead}
      <main id="main" tabIndex={-1} className={styles[width]}>
        {children}
      </main>
    </div>
  );
}

interface MastheadProps {
  readonly mark: ReactNode;
  readonly children?: ReactNode;
}

/** The band at the top: whose page this is, who is at work. */
export function Masthead({ mark, children }: MastheadProps): ReactNode {
  return (
    <header className={styles.masthead}>
      <div className={styles.mark}>{mark}</div>
      {children && <div className={styles.mastheadEnd}>{children}</div>}
    </header>
  );
}
