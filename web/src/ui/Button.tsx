import type { LucideIcon } from 'lucide-react';
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Looks {
  /** One `primary` a screen; `danger` for what cannot be taken back. */
  readonly kind?: ButtonKind | undefined;
  readonly large?: boolean | undefined;
  readonly wide?: boolean | undefined;
  readonly icon?: LucideIcon | undefined;
}

const look = ({ kind = 'secondary', large = false, wide = false }: Looks): string =>
  classes(styles.button, styles[kind], large && styles.large, wide && styles.wide);

interface ButtonProps extends Looks, Omit<ComponentProps<'button'>, 'disabled' | 'className'> {
  /** The act is under way: the button stays where it is and takes no second press. */
  readonly busy?: boolean;
  /** Why it cannot be used now. The button stays reachable by keyboard, and these words stand under it. */
  readonly unable?: string | null;
}

/** Words to press. Never disabled silently: what cannot be done says why. */
export function Button({ kind, large, wide, icon, busy = false, unable = null, ...rest }: ButtonProps): ReactNode {
  const reason = useId();
  const stopped = busy || unable !== null;
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (stopped) event.preventDefault();
    else rest.onClick?.(event);
  };

  const button = (
    <button
      type="button"
      {...rest}
      onClick={press}
      className={look({ kind, large, wide })}
      aria-disabled={stopped || undefined}
      aria-busy={busy || undefined}
      aria-describedby={unable === null ? rest['aria-describedby'] : reason}
    >
      {icon && <Icon of={icon} />}
      <span>{rest.children}</span>
    </button>
  );
  if (unable === null) return button;
  return (
    <span className={classes(styles.withReason, wide && styles.wide)}>
      {button}
      <span id={reason} className={styles.reason}>
        {unable}
      </span>
    </span>
  );
}

interface LinkButtonProps extends Looks, Omit<ComponentProps<'a'>, 'className'> {}

/** A link that looks like a button: it goes somewhere, it does nothing else. */
export function LinkButton({ kind, large, wide, icon, children, ...rest }: LinkButtonProps): ReactNode {
  return (
    <a {...rest} className={look({ kind, large, wide })}>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
    </a>
  );
}
