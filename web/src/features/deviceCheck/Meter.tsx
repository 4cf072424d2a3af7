import { Mic } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { useMicrophoneLevel } from '../../media/useLocalMedia.ts';
import { Labelled } from '../../ui/Icon.tsx';
import { LevelBar } from '../../ui/LevelBar.tsx';
import styles from './DeviceCheck.module.css';

/** Above the hum of a room, below a quiet word at arm's length. */
const HEARD = 0.3;

interface MeterProps {
  readonly local: LocalMedia;
  readonly sayHello: string;
  readonly heard: string;
}

/** Moves with the voice; once heard, it says so, and stays with that. */
export function Meter({ local, sayHello, heard }: MeterProps): ReactNode {
  const level = useMicrophoneLevel(local);
  const [wasHeard, setWasHeard] = useState(false);
  if (!wasHeard && level >= HEARD) setWasHeard(true);

  return (
    <div className={styles.meter}>
      <p role="status" className={wasHeard ? styles.heard : undefined}>
        <Labelled icon={Mic}>{wasHeard ? heard : sayHello}</Labelled>
      </p>
      <LevelBar level={level} />
    </div>
  );
}
