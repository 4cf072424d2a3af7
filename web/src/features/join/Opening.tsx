import type { ReactNode } from 'react';
import { opening } from '../../content/family/join.ts';
import styles from './Screens.module.css';

/** The short while in which there is nothing to show yet. */
export function Opening(): ReactNode {
  return (
    <div className={styles.screen}>
      <p className={styles.opening}>{opening.heading}</p>
      <p role="status">{opening.body}</p>
    </div>
  );
}
