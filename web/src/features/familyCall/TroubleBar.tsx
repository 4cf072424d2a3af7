import { Mic, Video, VideoOff, WifiOff } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { blurWays } from '../../content/family/blur.ts';
import type { System } from '../../content/family/deviceProblems.ts';
import { familyCall } from '../../content/family/familyCall.ts';
import type { Reader } from '../../content/family/reader.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './TroubleBar.module.css';
import { type Deafness, isDeafness, type Trouble } from './trouble.ts';

interface TroubleBarProps {
  readonly trouble: Trouble;
  readonly reader: Reader;
  readonly system: System;
  /** What is used in the place of something that has gone. */
  readonly replacedBy: string;
  readonly onCamera: () => void;
  readonly onMicrophone: () => void;
  readonly onTakeBack: () => void;
}

/** How long "a moment" is. */
const LONG_MS = 15_000;

/** What is wrong, in words, and the one tap that mends it where a tap can. Read out when it changes. */
export function TroubleBar(props: TroubleBarProps): ReactNode {
  const { trouble } = props;
  const isHere = trouble !== 'none' && !isDeafness(trouble);

  return (
    <div role="status" className={isHere ? styles.bar : undefined}>
      {isHere && <Words {...props} trouble={trouble} />}
    </div>
  );
}

type TroubleHere = Exclude<Trouble, 'none' | Deafness>;

function Words(props: TroubleBarProps & { readonly trouble: TroubleHere }): ReactNode {
  const { trouble, reader, system, replacedBy, onCamera, onMicrophone, onTakeBack } = props;
  const say = familyCall[reader];
  const isLong = useLasting(trouble === 'reconnecting');
  switch (trouble) {
    case 'reconnecting':
      return <Saying icon={WifiOff} words={isLong ? say.stillReconnecting : say.reconnecting} />;
    case 'microphoneTaken':
      return <Tap icon={Mic} says={say.takenAway.microphone} words={say.carryOn} onTap={onTakeBack} />;
    case 'cameraTaken':
      return <Tap icon={Video} says={say.takenAway.camera} words={say.carryOn} onTap={onTakeBack} />;
    case 'bothTaken':
      return <Tap icon={Video} says={say.takenAway.both} words={say.carryOn} onTap={onTakeBack} />;
    case 'microphoneStopped':
      return <Tap icon={Mic} says={say.microphoneStopped} words={say.microphoneBack} onTap={onMicrophone} />;
    case 'cameraStopped':
      return <Tap icon={Video} says={say.cameraStopped} words={say.cameraBack} onTap={onCamera} />;
    case 'blurred':
      return <Saying icon={VideoOff} words={say.blurred} more={blurWays[system]} />;
    case 'mediaFailed':
      return <Saying icon={WifiOff} words={say.pictureFailed} />;
    case 'microphoneReplaced':
      return <Saying icon={Mic} words={say.otherMicrophone(replacedBy)} />;
    case 'cameraReplaced':
      return <Saying icon={Video} words={say.otherCamera(replacedBy)} />;
  }
}

function Saying({ icon, words, more }: { icon: typeof Mic; words: string; more?: string }): ReactNode {
  return (
    <>
      <p className={styles.saying}>
        <Icon of={icon} />
        <span>{words}</span>
      </p>
      {more && <p className={styles.more}>{more}</p>}
    </>
  );
}

interface TapProps {
  readonly icon: typeof Mic;
  readonly says: string;
  readonly words: string;
  readonly onTap: () => void;
}

function Tap({ icon, says, words, onTap }: TapProps): ReactNode {
  return (
    <>
      <p>{says}</p>
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
