import { Camera, CameraOff, Maximize2, Mic, MicOff, Minimize2, VideoOff, Volume2, Wifi, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { DEVICES, sayRole } from '../../content/people.ts';
import { CONSOLE } from '../../content/staff/console.ts';
import { classes } from '../../ui/classes.ts';
import { Icon, Labelled } from '../../ui/Icon.tsx';
import { Picture } from '../../ui/Picture.tsx';
import type { VisitClient } from '../../visit/VisitClient.ts';
import type { TileView } from './arrange.ts';
import styles from './Tile.module.css';
import { useSpeaking } from './useSpeaking.ts';

const WORDS = CONSOLE.tile;

interface TileProps {
  readonly tile: TileView;
  readonly video: MediaStreamTrack | null;
  readonly client: VisitClient;
  readonly isSmall: boolean;
  readonly isEnlarged: boolean;
  readonly onEnlarge: (enlarged: boolean) => void;
}

/** One device of one person: the picture, and under it in words who it is and how it stands. */
export function Tile({ tile, video, client, isSmall, isEnlarged, onEnlarge }: TileProps): ReactNode {
  const { person, device } = tile;
  const speaks = useSpeaking(client, device.session) && device.microphone === 'on';
  return (
    <figure className={classes(styles.tile, isSmall && styles.small, speaks && styles.speaking)}>
      <div className={styles.frame}>
        <Seen tile={tile} video={video} />
        <button type="button" className={styles.enlarge} onClick={() => onEnlarge(!isEnlarged)}>
          <Icon of={isEnlarged ? Minimize2 : Maximize2} />
          <span>{isEnlarged ? WORDS.reduce : WORDS.enlarge}</span>
          <span className={styles.whom}> {person.name}</span>
        </button>
      </div>
      <figcaption className={styles.caption}>
        <p className={styles.who}>
          <strong className={styles.name}>{tile.isMe ? CONSOLE.me.otherDevice : person.name}</strong>{' '}
          <span className={styles.role}>
            {sayRole(person.role, person.relationship)}
            {tile.hasOtherDevices && `, ${WORDS.device(DEVICES[device.device])}`}
          </span>
        </p>
        <States tile={tile} speaks={speaks} />
      </figcaption>
    </figure>
  );
}

/** The picture, or why there is none. */
function Seen({ tile: { device }, video }: { tile: TileView; video: MediaStreamTrack | null }): ReactNode {
  const isLost = device.connection === 'reconnecting';
  const isShown = video !== null && device.camera === 'on';
  const without = device.camera === 'off' ? WORDS.cameraOff : WORDS.coming;
  return (
    <>
      {isShown && <Picture track={video} fit="whole" />}
      {(isLost || !isShown) && (
        <p className={classes(styles.without, isLost && isShown && styles.over)}>
          <Icon of={isLost ? WifiOff : VideoOff} large />
          <span>{isLost ? WORDS.lost : without}</span>
        </p>
      )}
    </>
  );
}

function States({ tile: { device }, speaks }: { tile: TileView; speaks: boolean }): ReactNode {
  const { microphone, camera, connection } = device;
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
