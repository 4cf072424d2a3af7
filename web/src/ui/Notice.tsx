import type { LucideIcon } from 'lucide-react';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './Notice.module.css';

export type Tone = 'plain' | 'attention' | 'danger' | 'good';

const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  plain: Info,
  attention: TriangleAlert,
  danger: CircleAlert,
  good: CircleCheck,
};

interface NoticeProps {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly heading?: ReactNode;
  /** Whether it is read out when it appears: `status` waits for a pause, `alert` does not. Neither: it was there before. */
  readonly live?: 'status' | 'alert';
  readonly children?: ReactNode;
}

/** Something that the reader has to know, set apart from the rest; its meaning is in its words, not in its colour. */
export function Notice({ tone = 'plain', icon, heading, live, children }: NoticeProps): ReactNode {
  return (
    <div className={classes(styles.notice, styles[tone])} role={live}>
      <Icon of={icon ?? ICONS[tone]} />
      <div className={styles.body}>
        {heading && <p className={styles.heading}>{heading}</p>}
        {children}
      </div>
    </div>
  );
}
