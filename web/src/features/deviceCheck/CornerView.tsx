import { Maximize2, Minimize2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Labelled } from '../../ui/Icon.tsx';
import { Picture } from '../../ui/Picture.tsx';
import styles from './CornerView.module.css';

interface CornerViewProps {
  readonly camera: MediaStreamTrack;
  readonly mirrored: boolean;
  /** What pressing it does. */
  readonly label: string;
  readonly onPress: () => void;
  /** It has come in the other's place, and takes over its focus. */
  readonly takesFocus: boolean;
}

function useFocus(takesFocus: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);

  return button;
}

/** [DEV-3] Oneself, small in the corner; a press makes it large. */
export function CornerView({ camera, mirrored, label, onPress, takesFocus }: CornerViewProps): ReactNode {
  const button = useFocus(takesFocus);

  return (
    <button ref={button} type="button" className={styles.corner} onClick={onPress}>
      <span className={styles.picture}>
        <Picture track={camera} mirrored={mirrored} />
      </span>
      <span className={styles.label}>
        <Labelled icon={Maximize2}>{label}</Labelled>
      </span>
    </button>
  );
}

/** The same, large. */
export function LargeView({ camera, mirrored, label, onPress, takesFocus }: CornerViewProps): ReactNode {
  const button = useFocus(takesFocus);

  return (
    <div className={styles.large}>
      <Picture track={camera} mirrored={mirrored} />
      <div className={styles.control}>
        <Button ref={button} icon={Minimize2} onClick={onPress}>
          {label}
        </Button>
      </div>
    </div>
  );
}
