import type { ReactNode } from 'react';
import styles from './Quiet.module.css';

/** For those who listen instead of look. */
export function Unseen({ children }: { children: ReactNode }): ReactNode {
  return <span className={styles.unseen}>{children}</span>;
}

/** Lets a keyboard pass over what every page begins with. The first thing in tab order (after a quick exit, where there is one). */
export function SkipLink({ to, children }: { to: string; children: ReactNode }): ReactNode {
  return (
    <a className={styles.skip} href={`#${to}`} onClick={(event) => skip(event, to)}>
      {children}
    </a>
  );
}

/** By focus, not by address: fragments carry meaning here. */
const skip = (event: { preventDefault(): void }, to: string): void => {
  event.preventDefault();
  document.getElementById(to)?.focus();
};

interface AnnouncerProps {
  /** Read out when it changes; what was said before is not repeated. */
  readonly says: string;
  /** Interrupts whatever is being read. Only for what must be dealt with now. */
  readonly urgent?: boolean;
}

/** A live region. It has to be on the page before it says something, so render it always and change its words. */
export function Announcer({ says, urgent = false }: AnnouncerProps): ReactNode {
  return (
    <div className={styles.unseen} role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'}>
      {says}
    </div>
  );
}
