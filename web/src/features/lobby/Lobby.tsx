import type { DoorView } from '@doorstep/shared/visit/doorViewShape.ts';
import { LogOut, Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import { lobby } from '../../content/family/lobby.ts';
import { readerOf } from '../../content/family/reader.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { BigControl, BigControls, BigSwitch } from '../../ui/BigControl.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import { SelfView } from '../../ui/SelfView.tsx';
import { WithName } from '../../ui/WithName.tsx';
import styles from './Lobby.module.css';
import { waitWords } from './waiting.ts';

interface LobbyProps {
  readonly door: DoorView;
  readonly local: LocalMedia;
  /** When the visit is, in words; null once that time has come. */
  readonly early: string | null;
  readonly onLeave: () => void;
  /** [JOIN-5] Who is there, to be said or asked. */
  readonly whoIsWithYou: ReactNode;
  readonly phoneMe: ReactNode;
}

/** Waiting to be let in (JOIN-3): oneself and one's own switches, nothing of the room. */
export function Lobby({ door, local, early, onLeave, whoIsWithYou, phoneMe }: LobbyProps): ReactNode {
  const reader = readerOf(door.me.role);
  const say = lobby[reader];
  const waited = waitWords(useWaiting(), reader);

  return (
    <div className={styles.screen}>
      <ScreenHeading>
        <WithName says={say.heading} name={door.invitedBy.name} />
      </ScreenHeading>
      <p>{early === null ? say.wait : say.early(early)}</p>
      <div className={styles.waiting}>
        <span className={styles.breath} aria-hidden="true" />
        <p role="status">
          {waited === null ? say.unseen : waited.waited} {waited?.long}
        </p>
      </div>
      {whoIsWithYou}
      <Myself local={local} door={door} onLeave={onLeave} />
      {phoneMe}
    </div>
  );
}

function Myself({ local, door, onLeave }: Pick<LobbyProps, 'local' | 'door' | 'onLeave'>): ReactNode {
  const { camera, cameraOn, microphoneOn, facing } = useLocalMedia(local);
  const reader = readerOf(door.me.role);
  const say = lobby[reader];
  const call = familyCall[reader];

  return (
    <>
      <SelfView size="small" track={camera} mirrored={facing === 'user'} without={say.cameraOff} />
      <BigControls label={say.yourself} larger={reader === 'child'}>
        <BigSwitch
          label={call.microphone}
          icon={{ on: Mic, off: MicOff }}
          words={call}
          on={microphoneOn}
          onTurn={(on) => void local.setMicrophone(on)}
        />
        <BigSwitch
          label={call.camera}
          icon={{ on: Video, off: VideoOff }}
          words={call}
          on={cameraOn}
          onTurn={(on) => void local.setCamera(on)}
        />
        <BigControl icon={LogOut} label={say.leave} onPress={onLeave} />
      </BigControls>
    </>
  );
}

/** How long this screen has been waiting, in milliseconds, told a few times a minute. */
function useWaiting(): number {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const since = Date.now();
    const timer = setInterval(() => setWaited(Date.now() - since), 10_000);
    return () => clearInterval(timer);
  }, []);

  return waited;
}
