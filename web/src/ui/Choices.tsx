import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { described, Explained } from './Explained.tsx';
import styles from './Field.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

interface ChoicesProps<Value extends string> {
  /** Given where an error summary has to link here. */
  readonly id?: string;
  readonly label: string;
  /** A question of its own, not one of several that belong together. */
  readonly big?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: Value | null;
  readonly onValue: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  /** Side by side where there is room. */
  readonly inline?: boolean;
}

/** One of a few, all of them seen. */
export function Choices<Value extends string>(props: ChoicesProps<Value>): ReactNode {
  const own = useId();
  const { id = own, label, big, hint, error, value, onValue, options, inline = false } = props;
  return (
    <fieldset className={classes(styles.field, error && styles.wrong)} aria-describedby={described(id, hint, error)}>
      <legend className={classes(styles.label, big && styles.big)}>{label}</legend>
      <Explained id={id} hint={hint} error={error} />
      <div className={classes(styles.choices, inline && styles.inline)}>
        {options.map((option, index) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={id}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            <span className={styles.choiceWords}>
              <span>{option.label}</span>
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}

/** Yes or no, independent of others. */
export function Tick({ label, hint, checked, onChecked }: TickProps): ReactNode {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={checked} onChange={(event) => onChecked(event.target.checked)} />
      <span className={styles.choiceWords}>
        <span>{label}</span>
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}
