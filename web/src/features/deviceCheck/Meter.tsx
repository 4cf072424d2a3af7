import { Mic } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { useMicrophoneLevel } from '../../media/useLocalMedia.ts';
import { Labelled } from '../../ui/Icon.tsx';
import { LevelBar } from '../../ui/LevelBar.tsx';
import type { Check } from './check.ts';
import styles from './DeviceCheck.module.css';

/** Above the hum of a room, below a quiet word at arm's length. */
const HEARD = 0.3;
/** Time enough to read the sentence and say hello. */
const SILENT_AFTER_MS = 8_000;

type Found = 'listening' | 'heard' | 'silent';

/** Moves with the voice; once heard, it says so, and stays with that. */
export function Meter({ check: { local, reader, tell } }: { check: Check }): ReactNode {
  const level = useMicrophoneLevel(local);
  const say = deviceCheck[reader].microphone;
  const [found, setFound] = useState<Found>('listening');
  if (found !== 'heard' && level >= HEARD) setFound('heard');

  useEffect(() => {
    if (found !== 'listening') return tell({ is: 'heard', voice: found === 'heard' });
    const timer = setTimeout(() => setFound('silent'), SILENT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [found, tell]);

  const words = { listening: say.sayHello, heard: say.heard, silent: say.silent }[found];
  return (
    <div className={styles.together}>
      <p role="status" className={found === 'heard' ? styles.good : undefined}>
        <Labelled icon={Mic}>{words}</Labelled>
      </p>
      <LevelBar level={level} />
    </div>
  );
}
