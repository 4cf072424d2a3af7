import { type ComponentProps, type ReactNode, useId } from 'react';
import type { Option } from './Choices.tsx';
import { classes } from './classes.ts';
import { described, Explained } from './Explained.tsx';
import styles from './Field.module.css';

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly big?: boolean | undefined;
  readonly hint?: string | undefined;
  /** What is wrong and how to put it right. */
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

function FieldFrame({ id, label, big, hint, error, children }: FrameProps): ReactNode {
  return (
    <div className={classes(styles.field, error && styles.wrong)}>
      <label htmlFor={id} className={classes(styles.label, big && styles.big)}>
        {label}
      </label>
      <Explained id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

interface Shared {
  /** Given where an error summary has to link here. */
  readonly id?: string;
  readonly label: string;
  /** A question of its own, not one of several that belong together. */
  readonly big?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

type TextFieldProps = Shared & Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange' | 'className' | 'size'>;

/** One line of text, a date, a time or a number. */
export function TextField({ id, label, hint, error, value, onValue, ...rest }: TextFieldProps): ReactNode {
  const own = useId();
  const use = id ?? own;
  return (
    <FieldFrame id={use} label={label} hint={hint} error={error}>
      <input
        type="text"
        {...rest}
        id={use}
        className={styles.input}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        aria-describedby={described(use, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </FieldFrame>
  );
}

type TextAreaProps = Shared & Omit<ComponentProps<'textarea'>, 'id' | 'value' | 'onChange' | 'className'>;

/** A few sentences. */
export function TextArea({ id, label, big, hint, error, value, onValue, ...rest }: TextAreaProps): ReactNode {
  const own = useId();
  const use = id ?? own;
  return (
    <FieldFrame id={use} label={label} big={big} hint={hint} error={error}>
      <textarea
        rows={3}
        {...rest}
        id={use}
        className={styles.input}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        aria-describedby={described(use, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </FieldFrame>
  );
}

interface SelectProps<Value extends string> extends Omit<Shared, 'value' | 'onValue'> {
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly options: readonly Option<Value>[];
}

/** One of several, in little room. */
export function SelectField<Value extends string>(props: SelectProps<Value>): ReactNode {
  const own = useId();
  const { id = own, label, hint, error, value, onValue, options } = props;
  const choose = (text: string): void => {
    const chosen = options.find((option) => option.value === text);
    if (chosen) onValue(chosen.value);
  };
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => choose(event.target.value)}
        aria-describedby={described(id, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
