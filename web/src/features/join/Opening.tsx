import { type ReactNode, useEffect, useState } from 'react';
import { opening } from '../../content/family/join.ts';
import styles from './Screens.module.css';

const LONG_MS = 8_000;

/** The short while in which there is nothing to show yet; when it is not short, it says so. */
export function Opening(): ReactNode {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className={styles.screen}>
      <p className={styles.opening}>{opening.heading}</p>
      <p role="status">{isLong ? opening.long : opening.body}</p>
    </div>
  );
}
