import { MicOff, SwitchCamera, VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallWords } from '../../content/family/familyCall.ts';
import type { LocalMediaState } from '../../media/LocalMedia.ts';
import { Icon, Labelled } from '../../ui/Icon.tsx';
import { Picture } from '../../ui/Picture.tsx';
import styles from './Myself.module.css';

interface MyselfProps {
  readonly say: CallWords;
  readonly mine: LocalMediaState;
  /** Laid over the one large picture; otherwise the last of the small ones. */
  readonly inCorner: boolean;
  /** To look with the device's other camera; null where there is none. */
  readonly onTurnRound: (() => void) | null;
}

/** Oneself, small, in the corner, always. The picture itself is the button that turns the camera round. */
export function Myself({ say, mine, inCorner, onTurnRound }: MyselfProps): ReactNode {
  return (
    <figure className={inCorner ? styles.corner : styles.last}>
      <div className={styles.picture}>
        {mine.camera === null ? (
          <Icon of={VideoOff} large />
        ) : (
          <Picture track={mine.camera} mirrored={mine.facing === 'user'} />
        )}
        {onTurnRound !== null && (
          <button type="button" className={styles.turnRound} onClick={onTurnRound}>
            <span>
              <Labelled icon={SwitchCamera}>{say.turnRound}</Labelled>
            </span>
          </button>
        )}
      </div>
      <figcaption className={styles.words}>
        <span>{say.you}</span>
        {mine.camera === null && <span>{mine.cameraOn ? say.picturePaused : say.cameraOff}</span>}
        {!mine.microphoneOn && <Labelled icon={MicOff}>{say.microphoneOff}</Labelled>}
      </figcaption>
    </figure>
  );
}
