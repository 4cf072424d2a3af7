import { VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { Picture } from './Picture.tsx';
import styles from './SelfView.module.css';

interface SelfViewProps {
  readonly track: MediaStreamTrack | null;
  /** False while the camera faces the room: a room is not shown the wrong way round. */
  readonly mirrored: boolean;
  /** What stands there instead of a picture. */
  readonly without: string;
  readonly size?: 'large' | 'small';
  /** Laid over the lower edge. */
  readonly children?: ReactNode;
}

/** Oneself, before going in. */
export function SelfView({ track, mirrored, without, size = 'large', children }: SelfViewProps): ReactNode {
  return (
    <div className={classes(styles.frame, styles[size])}>
      {track === null ? (
        <p className={styles.without}>
          <Icon of={VideoOff} large />
          <span>{without}</span>
        </p>
      ) : (
        <Picture track={track} mirrored={mirrored} />
      )}
      {children && <div className={styles.over}>{children}</div>}
    </div>
  );
}
