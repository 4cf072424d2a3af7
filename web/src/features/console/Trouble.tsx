import { Volume2, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import type { Loudspeaker } from '../../media/Loudspeaker.ts';
import type { MediaClient } from '../../media/MediaClient.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { useLoudspeaker } from '../../media/useLoudspeaker.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Trouble.module.css';

const WORDS = CONSOLE.trouble;

interface TroubleProps {
  readonly isLost: boolean;
  readonly media: MediaClient;
  readonly local: LocalMedia;
  readonly loudspeaker: Loudspeaker;
}

/** What is wrong with this device's line, sound or camera, and what to do; nothing while all is well. It also plays the sound. */
export function Trouble({ isLost, media, local, loudspeaker }: TroubleProps): ReactNode {
  const { phase, streams } = useMediaClient(media);
  const { sound } = useLoudspeaker(loudspeaker, streams);
  const { interrupted } = useLocalMedia(local);
  return (
    <div className={styles.troubles} role="status">
      {isLost && (
        <Notice tone="attention" icon={WifiOff}>
          <p>{WORDS.reconnecting}</p>
        </Notice>
      )}
      {!isLost && phase === 'recovering' && (
        <Notice tone="attention">
          <p>{WORDS.recovering}</p>
        </Notice>
      )}
      {phase === 'failed' && (
        <Notice tone="danger">
          <p>{WORDS.failed}</p>
        </Notice>
      )}
      {sound === 'needsTap' && (
        <Notice tone="attention" icon={Volume2}>
          <p>{WORDS.sound}</p>
          <Button kind="primary" onClick={() => loudspeaker.unlockAudio()}>
            {WORDS.turnSoundOn}
          </Button>
        </Notice>
      )}
      {interrupted !== 'nothing' && (
        <Notice tone="attention">
          <p>{WORDS.interrupted[interrupted]}</p>
          <Button onClick={() => void local.acquire()}>{WORDS.takeBack}</Button>
        </Notice>
      )}
    </div>
  );
}
