import type { ReactNode } from 'react';
import { SHELL } from '../content/staff/shell.ts';
import styles from './Wordmark.module.css';

/** The name, beside a door that stands ajar. */
export function Wordmark(): ReactNode {
  return (
    <a className={styles.mark} href="/">
      <svg viewBox="0 0 28 32" className={styles.door} aria-hidden="true" focusable="false">
        <path className={styles.frame} d="M3 28V5.5A2.5 2.5 0 0 1 5.5 3h13A2.5 2.5 0 0 1 21 5.5V28" />
        <path className={styles.leaf} d="M21 4.6v23L11.4 31a1 1 0 0 1-1.4-.9V8.6a1 1 0 0 1 .7-1z" />
        <circle className={styles.knob} cx="13.4" cy="19.4" r="1.35" />
        <path className={styles.frame} d="M0 28.2h9M22 28.2h6" />
      </svg>
      <span>{SHELL.product}</span>
    </a>
  );
}
