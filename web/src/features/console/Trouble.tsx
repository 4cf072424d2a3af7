import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { LucideIcon } from 'lucide-react';
import { Mic, VideoOff, VolumeX, WifiOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ROOMS } from '../../content/staff/rooms.ts';
import { TROUBLE } from '../../content/staff/trouble.ts';
import type { Hears } from '../../media/condition/Hearing.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import type { Loudspeaker } from '../../media/Loudspeaker.ts';
import type { MediaClient } from '../../media/MediaClient.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { useLoudspeaker } from '../../media/useLoudspeaker.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import { useMoving } from '../../media/useMoving.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { nameOfHere } from './rooms/roomNames.ts';
import styles from './Trouble.module.css';

interface TroubleProps {
  readonly view: RoomView;
  readonly isLost: boolean;
  readonly media: MediaClient;
  readonly local: LocalMedia;
  readonly loudspeaker: Loudspeaker;
}

/** What is wrong with this device's line, sound or camera, and what to do; nothing while all is well. It also plays the sound. */
export function Trouble({ view, isLost, media, local, loudspeaker }: TroubleProps): ReactNode {
  const line = useMediaClient(media);
  const { phase, streams, hears } = line;
  const moving = useMoving(view.room.since, line);
  const isMoving = moving === 'moving';
  useLoudspeaker(loudspeaker, streams);
  const isRecovering = !isLost && moving === 'not' && phase === 'recovering' && hears !== 'line';
  const isDeaf = hears !== 'yes' && !(isMoving && hears === 'line');

  return (
    <div className={styles.troubles} role="status">
      {isLost && <Told icon={WifiOff} words={TROUBLE.reconnecting} />}
      {isRecovering && <Told words={TROUBLE.recovering} />}
      {phase === 'failed' && (
        <Notice tone="danger">
          <p>{TROUBLE.failed}</p>
        </Notice>
      )}
      {isMoving && <Told words={ROOMS.moving(nameOfHere(view))} />}
      {!isLost && moving === 'late' && <Told words={sayLate(view)} />}
      {!isLost && phase !== 'failed' && isDeaf && <Deaf why={hears} onHear={() => loudspeaker.unlockAudio()} />}
      <OwnCamera media={media} local={local} />
    </div>
  );
}

/** [PRIV-3] Longer than any move takes; from a private room one can turn back. */
const sayLate = (view: RoomView): string =>
  (view.can['room.leave'] === 'yes' ? ROOMS.late : ROOMS.lateBack)(nameOfHere(view));

function Told({ icon, words }: { icon?: LucideIcon; words: string }): ReactNode {
  return (
    <Notice tone="attention" {...(icon && { icon })}>
      <p>{words}</p>
    </Notice>
  );
}

/** [SAFE-5] Whoever cannot hear has to know that nobody hears or sees them. */
function Deaf({ why, onHear }: { why: Exclude<Hears, 'yes'>; onHear: () => void }): ReactNode {
  return (
    <Notice tone="danger" icon={VolumeX} heading={TROUBLE.cannotHear}>
      <p>{TROUBLE.why[why]}</p>
      {(why === 'needsTap' || why === 'interrupted') && (
        <Button kind="primary" onClick={onHear}>
          {TROUBLE.turnSoundOn}
        </Button>
      )}
    </Notice>
  );
}

/** [SEE-3] [SEE-7] What keeps the others from seeing and hearing this person as they are. */
function OwnCamera({ media, local }: Pick<TroubleProps, 'media' | 'local'>): ReactNode {
  const { blur, camera: kind } = useMediaClient(media).condition;
  const { interrupted, replaced, camera } = useLocalMedia(local);
  const [read, setRead] = useState<unknown>(replaced);
  const [known, setKnown] = useState('');
  const name = camera?.label ?? '';

  return (
    <>
      {interrupted !== 'nothing' && (
        <Notice tone="attention">
          <p>{TROUBLE.interrupted[interrupted]}</p>
          <Button onClick={() => void local.takeBack()}>{TROUBLE.takeBack}</Button>
        </Notice>
      )}
      {blur === 'on' && <Told icon={VideoOff} words={TROUBLE.blurred} />}
      {kind === 'virtual' && name !== known && (
        <News words={TROUBLE.virtual(name)} onRead={() => setKnown(name)} icon={VideoOff} />
      )}
      {replaced !== null && replaced !== read && (
        <News words={TROUBLE.replaced[replaced.kind](replaced.by)} onRead={() => setRead(replaced)} icon={Mic} />
      )}
    </>
  );
}

/** Stays until it is read, and is not worth more. */
function News({ words, icon, onRead }: { words: string; icon: LucideIcon; onRead: () => void }): ReactNode {
  return (
    <Notice tone="plain" icon={icon}>
      <p>{words}</p>
      <Button onClick={onRead}>{TROUBLE.understood}</Button>
    </Notice>
  );
}
