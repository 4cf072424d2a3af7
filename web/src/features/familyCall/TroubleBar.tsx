import { Mic, Video, Volume2, WifiOff } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import type { Reader } from '../../content/family/reader.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './TroubleBar.module.css';
import type { Trouble } from './trouble.ts';

interface TroubleBarProps {
  readonly trouble: Trouble;
  readonly reader: Reader;
  readonly onHear: () => void;
  readonly onCamera: () => void;
  readonly onMicrophone: () => void;
}

/** How long "a moment" is. */
const LONG_MS = 15_000;

/** What is wrong, in words, and the one tap that mends it where a tap can. Read out when it changes. */
export function TroubleBar({ trouble, reader, onHear, onCamera, onMicrophone }: TroubleBarProps): ReactNode {
  const say = familyCall[reader];
  const isLong = useLasting(trouble === 'reconnecting');

  const words: Readonly<Record<Trouble, ReactNode>> = {
    none: null,
    reconnecting: <Saying icon={WifiOff} words={isLong ? say.stillReconnecting : say.reconnecting} />,
    tapToHear: <Tap icon={Volume2} words={say.tapToHear} onTap={onHear} />,
    microphoneStopped: <Tap icon={Mic} says={say.microphoneStopped} words={say.microphoneBack} onTap={onMicrophone} />,
    cameraStopped: <Tap icon={Video} says={say.cameraStopped} words={say.cameraBack} onTap={onCamera} />,
    mediaFailed: <Saying icon={WifiOff} words={say.pictureFailed} />,
  };

  return (
    <div role="status" className={trouble === 'none' ? undefined : styles.bar}>
      {words[trouble]}
    </div>
  );
}

function Saying({ icon, words }: { icon: typeof Mic; words: string }): ReactNode {
  return (
    <p className={styles.saying}>
      <Icon of={icon} />
      <span>{words}</span>
    </p>
  );
}

interface TapProps {
  readonly icon: typeof Mic;
  readonly says?: string;
  readonly words: string;
  readonly onTap: () => void;
}

function Tap({ icon, says, words, onTap }: TapProps): ReactNode {
  return (
    <>
      {says && <p>{says}</p>}
      <Button kind="primary" large wide icon={icon} onClick={onTap}>
        {words}
      </Button>
    </>
  );
}

/** Whether something has lasted longer than a moment. */
function useLasting(lasts: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!lasts) return;
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [lasts]);

  return isLong;
}
