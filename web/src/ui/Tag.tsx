import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import type { Tone } from './Notice.tsx';
import styles from './Tag.module.css';

/** A state in a word or two. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}): ReactNode {
  return (
    <span className={classes(styles.tag, styles[tone])}>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
    </span>
  );
}
