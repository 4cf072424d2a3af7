import { Maximize2, Minimize2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Picture } from '../../ui/Picture.tsx';
import styles from './CornerView.module.css';

interface CornerViewProps {
  readonly local: LocalMedia;
  readonly words: { readonly larger: string; readonly smaller: string };
}

/** [DEV-3] Oneself, small in the corner, and large when wanted; nothing while the camera is off. */
export function CornerView({ local, words }: CornerViewProps): ReactNode {
  const { camera, facing } = useLocalMedia(local);
  const [isLarge, setLarge] = useState(false);
  if (camera === null) return null;

  return (
    <div className={classes(styles.view, isLarge && styles.large)}>
      <Picture track={camera} mirrored={facing === 'user'} />
      <div className={styles.control}>
        <Button icon={isLarge ? Minimize2 : Maximize2} onClick={() => setLarge(!isLarge)}>
          {isLarge ? words.smaller : words.larger}
        </Button>
      </div>
    </div>
  );
}
