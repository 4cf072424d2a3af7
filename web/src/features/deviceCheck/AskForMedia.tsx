import { Camera, Mic } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import type { Reader } from '../../content/family/reader.ts';
import type { Wanted } from '../../media/LocalMedia.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import styles from './DeviceCheck.module.css';

interface AskForMediaProps {
  readonly reader: Reader;
  readonly worker: string;
  readonly asking: boolean;
  readonly onAsk: (wanted: Wanted) => void;
}

/** Why, and what the browser is about to ask, before it does. */
export function AskForMedia({ reader, worker, asking, onAsk }: AskForMediaProps): ReactNode {
  const say = deviceCheck[reader].ask;
  const [withCamera, setWithCamera] = useState(true);
  const ask = (camera: boolean): void => {
    setWithCamera(camera);
    onAsk({ camera });
  };

  return (
    <div className={styles.screen}>
      <ScreenHeading>{say.heading}</ScreenHeading>
      <p>{say.why(worker)}</p>
      <p>{say.phoneAsks}</p>
      <p className={styles.calm}>{say.notYet}</p>
      <Button kind="primary" large wide icon={Camera} busy={asking && withCamera} onClick={() => ask(true)}>
        {asking && withCamera ? say.turningOn : say.turnOn}
      </Button>
      <Button large wide icon={Mic} busy={asking && !withCamera} onClick={() => ask(false)}>
        {asking && !withCamera ? say.turningOn : say.soundOnly}
      </Button>
    </div>
  );
}
