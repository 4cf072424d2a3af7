import { type ReactNode, useEffect, useRef } from 'react';
import styles from './ErrorSummary.module.css';

export interface FormError {
  /** The id of the field that it is about. */
  readonly field: string;
  readonly says: string;
}

interface ErrorSummaryProps {
  readonly heading: string;
  readonly errors: readonly FormError[];
}

/** Everything wrong with a form, at its top, each line leading to its field. It takes focus whenever there are new errors. */
export function ErrorSummary({ heading, errors }: ErrorSummaryProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of errors is what has to be brought to the reader
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, [errors]);
  if (errors.length === 0) return null;

  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2 className={styles.heading}>{heading}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field + error.says}>
            <a href={`#${error.field}`} onClick={(event) => goTo(event, error.field)}>
              {error.says}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Without touching the address, whose fragment is not ours to change. */
const goTo = (event: { preventDefault(): void }, field: string): void => {
  event.preventDefault();
  const target = document.getElementById(field);
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
};
