import type { LucideIcon } from 'lucide-react';
import {
  Camera,
  CameraOff,
  Maximize2,
  Mic,
  MicOff,
  Minimize2,
  TriangleAlert,
  VideoOff,
  Volume2,
  VolumeX,
  Wifi,
  WifiOff,
} from 'lucide-react';
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
import { type Cover, coverOf, isShown, type PictureFacts, sayInterruption } from './tileWords.ts';
import { useSpeaking } from './useSpeaking.ts';

const WORDS = CONSOLE.tile;

/** `small`: the words beside the picture; `compact`: under it, and only those that matter. */
export type TileSize = 'large' | 'small' | 'compact';

interface TileProps {
  readonly tile: TileView;
  readonly video: MediaStreamTrack | null;
  readonly facts: PictureFacts;
  /** Where the picture is watched; undefined for those who are not. */
  readonly onShown: ((video: HTMLVideoElement) => () => void) | undefined;
  readonly client: VisitClient;
  /** Our own line is lost, so that nothing is known of theirs. */
  readonly isLost: boolean;
  readonly size: TileSize;
  readonly shape: Shape;
  readonly onShape: (ratio: number) => void;
  readonly isEnlarged: boolean;
  readonly onEnlarge: (enlarged: boolean) => void;
}

/** One device of one person: the picture, and under it in words who it is and how it stands. */
export function Tile({
  tile,
  video,
  facts,
  onShown,
  client,
  isLost,
  size,
  shape,
  onShape,
  isEnlarged,
  onEnlarge,
}: TileProps): ReactNode {
  const { person, device } = tile;
  const speaks = useSpeaking(client, device.session) && device.microphone === 'on' && device.connection === 'connected';
  const enlarge = isEnlarged ? WORDS.reduce : WORDS.enlarge;
  const shown = isShown(tile, facts) ? video : null;
  const cover = coverOf(tile, isLost ? { ...facts, sight: null } : facts);
  return (
    <figure className={classes(styles.tile, size !== 'large' && styles[size], speaks && styles.speaking)}>
      <button type="button" className={classes(styles.frame, styles[shape])} onClick={() => onEnlarge(!isEnlarged)}>
        {shown !== null && <Picture track={shown} fit="whole" onShape={onShape} onShown={onShown} />}
        {cover !== null && <Covered cover={cover} isOver={shown !== null} />}
        <span className={styles.enlarge}>
          <Icon of={isEnlarged ? Minimize2 : Maximize2} />
          {enlarge} <Unseen>{person.name}</Unseen>
        </span>
      </button>
      <figcaption className={styles.caption}>
        <p className={styles.who}>
          <strong className={styles.name}>{tile.isMe ? CONSOLE.me.otherDevice : <bdi>{person.name}</bdi>}</strong>{' '}
          <span className={styles.role}>
            {sayRole(person.role, person.relationship)}
            {tile.hasOtherDevices && `, ${WORDS.device(DEVICES[device.device])}`}
          </span>
        </p>
        <States tile={tile} cover={cover} speaks={speaks} isLost={isLost} />
      </figcaption>
    </figure>
  );
}

const COVER_ICONS: Readonly<Record<Cover['icon'], LucideIcon>> = {
  line: WifiOff,
  sound: VolumeX,
  picture: VideoOff,
};

/** Why there is no picture that could be trusted; `isOver`: one can be seen behind the words. */
function Covered({ cover, isOver }: { cover: Cover; isOver: boolean }): ReactNode {
  const { says, more, icon, isLarge } = cover;
  return (
    <span className={classes(styles.without, isOver && styles.over, isLarge && styles.loud)}>
      <Icon of={COVER_ICONS[icon]} large />
      <span>{says}</span>
      {more !== null && <span className={styles.more}>{more}</span>}
    </span>
  );
}

interface StatesProps extends Pick<TileProps, 'tile' | 'isLost'> {
  readonly cover: Cover | null;
  readonly speaks: boolean;
}

function States({ tile, cover, speaks, isLost }: StatesProps): ReactNode {
  const { device } = tile;
  const { microphone, camera } = device;
  const connection = isLost ? 'unknown' : device.connection;
  const interruption = connection === 'connected' ? sayInterruption(tile) : null;
  const isSaid = interruption === null || interruption === cover?.says || interruption === cover?.more;
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
      {!isSaid && (
        <li className={styles.lost}>
          <Labelled icon={TriangleAlert}>{interruption}</Labelled>
        </li>
      )}
    </ul>
  );
}
