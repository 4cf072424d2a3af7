import { Camera, CameraOff, Maximize2, Mic, MicOff, Minimize2, VideoOff, Volume2, Wifi, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { DEVICES, sayRole } from '../../content/people.ts';
import { CONSOLE } from '../../content/staff/console.ts';
import { classes } from '../../ui/classes.ts';
import { Icon, Labelled } from '../../ui/Icon.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Unseen } from '../../ui/Quiet.tsx';
import type { VisitClient } from '../../visit/VisitClient.ts';
import type { TileView } from './arrange.ts';
import type { Shape } from './shape.ts';
import styles from './Tile.module.css';
import { useSpeaking } from './useSpeaking.ts';

const WORDS = CONSOLE.tile;

interface TileProps {
  readonly tile: TileView;
  readonly video: MediaStreamTrack | null;
  readonly client: VisitClient;
  /** Our own line is lost, so that nothing is known of theirs. */
  readonly isLost: boolean;
  readonly isSmall: boolean;
  readonly shape: Shape;
  readonly onShape: (ratio: number) => void;
  readonly isEnlarged: boolean;
  readonly onEnlarge: (enlarged: boolean) => void;
}

/** One device of one person: the picture, and under it in words who it is and how it stands. */
export function Tile({
  tile,
  video,
  client,
  isLost,
  isSmall,
  shape,
  onShape,
  isEnlarged,
  onEnlarge,
}: TileProps): ReactNode {
  const { person, device } = tile;
  const speaks = useSpeaking(client, device.session) && device.microphone === 'on' && device.connection === 'connected';
  const enlarge = isEnlarged ? WORDS.reduce : WORDS.enlarge;
  return (
    <figure className={classes(styles.tile, isSmall && styles.small, speaks && styles.speaking)}>
      <button type="button" className={classes(styles.frame, styles[shape])} onClick={() => onEnlarge(!isEnlarged)}>
        <Seen tile={tile} video={video} onShape={onShape} />
        <span className={styles.enlarge}>
          <Icon of={isEnlarged ? Minimize2 : Maximize2} />
          {enlarge} <Unseen>{person.name}</Unseen>
        </span>
      </button>
      <figcaption className={styles.caption}>
        <p className={styles.who}>
          <strong className={styles.name}>{tile.isMe ? CONSOLE.me.otherDevice : person.name}</strong>{' '}
          <span className={styles.role}>
            {sayRole(person.role, person.relationship)}
            {tile.hasOtherDevices && `, ${WORDS.device(DEVICES[device.device])}`}
          </span>
        </p>
        <States tile={tile} speaks={speaks} isLost={isLost} />
      </figcaption>
    </figure>
  );
}

/** The picture, or why there is none. */
function Seen({ tile: { device }, video, onShape }: Pick<TileProps, 'tile' | 'video' | 'onShape'>): ReactNode {
  const isLost = device.connection === 'reconnecting';
  const isShown = video !== null && device.camera === 'on';
  const without = device.camera === 'off' ? WORDS.cameraOff : WORDS.coming;
  return (
    <>
      {isShown && <Picture track={video} fit="whole" onShape={onShape} />}
      {(isLost || !isShown) && (
        <span className={classes(styles.without, isLost && isShown && styles.over)}>
          <Icon of={isLost ? WifiOff : VideoOff} large />
          <span>{isLost ? WORDS.lost : without}</span>
        </span>
      )}
    </>
  );
}

interface StatesProps extends Pick<TileProps, 'tile' | 'isLost'> {
  readonly speaks: boolean;
}

function States({ tile: { device }, speaks, isLost }: StatesProps): ReactNode {
  const { microphone, camera } = device;
  const connection = isLost ? 'unknown' : device.connection;
  return (
    <ul className={styles.states}>
      <li className={microphone === 'off' ? styles.off : undefined}>
        <Labelled icon={speaks ? Volume2 : microphone === 'on' ? Mic : MicOff}>
          {speaks ? WORDS.speaking : WORDS.microphone[microphone]}
        </Labelled>
      </li>
      <li className={camera === 'off' ? styles.off : undefined}>
        <Labelled icon={camera === 'on' ? Camera : CameraOff}>{WORDS.camera[camera]}</Labelled>
      </li>
      <li className={connection === 'connected' ? undefined : styles.lost}>
        <Labelled icon={connection === 'connected' ? Wifi : WifiOff}>{WORDS.connection[connection]}</Labelled>
      </li>
    </ul>
  );
}
