import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import styles from './BigControl.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

interface BigControlsProps {
  /** For those who cannot see that they belong together. */
  readonly label: string;
  /** For small hands. */
  readonly larger?: boolean;
  readonly children: ReactNode;
}

/** The row in which they stand. */
export function BigControls({ label, larger = false, children }: BigControlsProps): ReactNode {
  return (
    <fieldset className={classes(styles.row, larger && styles.larger)} aria-label={label}>
      {children}
    </fieldset>
  );
}

interface BigControlProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly kind?: 'plain' | 'danger';
  readonly onPress: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A large picture over its word, for a thumb. */
export function BigControl({ icon, label, kind = 'plain', onPress, ref }: BigControlProps): ReactNode {
  return (
    <button ref={ref} type="button" className={classes(styles.control, styles[kind])} onClick={onPress}>
      <Icon of={icon} large />
      <span>{label}</span>
    </button>
  );
}

interface BigSwitchProps {
  readonly label: string;
  readonly icon: { readonly on: LucideIcon; readonly off: LucideIcon };
  readonly words: { readonly on: string; readonly off: string };
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}

/** The same for something that is on or off, which its picture, its words and its colour all say. */
export function BigSwitch({ label, icon, words, on, onTurn }: BigSwitchProps): ReactNode {
  return (
    <button
      type="button"
      aria-pressed={on}
      className={classes(styles.control, on ? styles.plain : styles.off)}
      onClick={() => onTurn(!on)}
    >
      <Icon of={on ? icon.on : icon.off} large />
      <span>{label}</span>
      <span className={styles.state} aria-hidden="true">
        {on ? words.on : words.off}
      </span>
    </button>
  );
}
