import type { ReactNode } from 'react';
import styles from './Field.module.css';

const hintId = (id: string): string => `${id}-hint`;
const errorId = (id: string): string => `${id}-error`;

/** The ids that describe a field, for `aria-describedby`. */
export const described = (id: string, hint?: string, error?: string): string | undefined =>
  [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ') || undefined;

interface ExplainedProps {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** The hint and the error of a question, between it and its answer. */
export function Explained({ id, hint, error }: ExplainedProps): ReactNode {
  return (
    <>
      {hint && (
        <p id={hintId(id)} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId(id)} className={styles.error}>
          {error}
        </p>
      )}
    </>
  );
}
