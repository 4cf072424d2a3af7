import { LogOut, Mic, MicOff, UsersRound, Video, VideoOff } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import type { Reader } from '../../content/family/reader.ts';
import { whoIsHere } from '../../content/family/whoIsHere.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { BigControl, BigControls, BigSwitch } from '../../ui/BigControl.tsx';
import styles from './FamilyCall.module.css';

interface CallControlsProps {
  readonly reader: Reader;
  readonly local: LocalMedia;
  /** Back from the question whether to leave: the keyboard goes on where it was. */
  readonly hasStayed: boolean;
  readonly onWhoIsHere: () => void;
  readonly onLeave: () => void;
}

/** Four, always the same, in thumb's reach. */
export function CallControls({ reader, local, hasStayed, onWhoIsHere, onLeave }: CallControlsProps): ReactNode {
  const say = familyCall[reader];
  const mine = useLocalMedia(local);
  const leave = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (hasStayed) leave.current?.focus();
  }, [hasStayed]);

  return (
    <div className={styles.controls}>
      <BigControls label={say.you} larger={reader === 'child'}>
        <BigSwitch
          label={say.microphone}
          icon={{ on: Mic, off: MicOff }}
          words={say}
          on={mine.microphoneOn}
          onTurn={(on) => void local.setMicrophone(on)}
        />
        <BigSwitch
          label={say.camera}
          icon={{ on: Video, off: VideoOff }}
          words={say}
          on={mine.cameraOn}
          onTurn={(on) => void local.setCamera(on)}
        />
        <BigControl icon={UsersRound} label={whoIsHere[reader].control} onPress={onWhoIsHere} />
        <BigControl ref={leave} kind="danger" icon={LogOut} label={say.leave} onPress={onLeave} />
      </BigControls>
    </div>
  );
}
