import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { Camera, CameraOff, Mic, MicOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { Labelled } from '../../ui/Icon.tsx';
import { Picture } from '../../ui/Picture.tsx';
import styles from './Myself.module.css';

/** [DEV-3] What the others see and hear of oneself: from this device, not from the server, so that it is true at once. */
export function Myself({ me, local }: { me: RoomView['me']; local: LocalMedia }): ReactNode {
  const { camera, cameraOn, microphoneOn, facing } = useLocalMedia(local);
  const words = CONSOLE.tile;
  const microphone = microphoneOn ? 'on' : 'off';
  const picture = cameraOn ? 'on' : 'off';
  return (
    <figure className={styles.me}>
      <div className={styles.frame}>
        {camera && cameraOn ? (
          <Picture track={camera} mirrored={facing === 'user'} />
        ) : (
          <p className={styles.without}>{words.cameraOff}</p>
        )}
      </div>
      <figcaption className={styles.caption}>
        <strong>{CONSOLE.me.you}</strong>
        <span className={styles.name}>{me.name}</span>
        <ul className={styles.states}>
          <li className={microphoneOn ? styles.quiet : styles.off}>
            <Labelled icon={microphoneOn ? Mic : MicOff}>{words.microphone[microphone]}</Labelled>
          </li>
          <li className={cameraOn ? styles.quiet : styles.off}>
            <Labelled icon={cameraOn ? Camera : CameraOff}>{words.camera[picture]}</Labelled>
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}
