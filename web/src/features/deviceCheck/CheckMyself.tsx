import { ArrowRight, Camera, Mic, SwitchCamera } from 'lucide-react';
import type { ReactNode } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { partProblems } from '../../content/family/deviceProblems.ts';
import type { Reader } from '../../content/family/reader.ts';
import type { LocalMedia, LocalMediaState } from '../../media/LocalMedia.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import { SelfView } from '../../ui/SelfView.tsx';
import styles from './DeviceCheck.module.css';
import { Meter } from './Meter.tsx';

interface CheckMyselfProps {
  readonly local: LocalMedia;
  readonly reader: Reader;
  readonly isTouch: boolean;
  readonly going: boolean;
  readonly onReady: () => void;
}

/** See yourself large, see that you are heard, change what is wrong, go on. */
export function CheckMyself({ local, reader, isTouch, going, onReady }: CheckMyselfProps): ReactNode {
  const media = useLocalMedia(local);
  const say = deviceCheck[reader].check;
  const canTurnRound = isTouch && media.camera !== null && media.cameras.length > 1;

  return (
    <div className={styles.screen}>
      <ScreenHeading>{media.camera === null ? say.soundHeading : say.heading}</ScreenHeading>
      <SelfView track={media.camera} mirrored={media.facing === 'user'} without={say.noPicture}>
        {canTurnRound && (
          <Button icon={SwitchCamera} onClick={() => void local.flipCamera()}>
            {say.turnRound}
          </Button>
        )}
        {media.camera === null && (
          <Button icon={Camera} onClick={() => void local.setCamera(true)}>
            {say.cameraOn}
          </Button>
        )}
      </SelfView>
      {media.cameraProblem !== null && <Missing words={partProblems.camera[media.cameraProblem]} />}
      {media.microphoneProblem !== null && <Missing words={partProblems.microphone[media.microphoneProblem]} />}
      {media.microphone === null ? (
        <Button wide icon={Mic} onClick={() => void local.setMicrophone(true)}>
          {say.microphoneOn}
        </Button>
      ) : (
        <Meter local={local} sayHello={say.sayHello} heard={say.heard} />
      )}
      <Button kind="primary" large wide icon={ArrowRight} busy={going} onClick={onReady}>
        {going ? say.going : say.ready}
      </Button>
      {media.camera !== null && <p className={styles.quiet}>{say.tip}</p>}
      <Others local={local} media={media} reader={reader} isTouch={isTouch} />
    </div>
  );
}

function Missing({ words }: { words: string }): ReactNode {
  return (
    <Notice tone="attention" live="status">
      <p>{words}</p>
    </Notice>
  );
}

interface OthersProps {
  readonly local: LocalMedia;
  readonly media: LocalMediaState;
  readonly reader: Reader;
  readonly isTouch: boolean;
}

/** Another camera or microphone, where there is one. On a phone the cameras are turned round instead. */
function Others({ local, media, reader, isTouch }: OthersProps): ReactNode {
  const say = deviceCheck[reader].check;
  const cameras = isTouch || media.camera === null ? [] : media.cameras;
  const microphones = media.microphone === null ? [] : media.microphones;
  if (cameras.length < 2 && microphones.length < 2) return null;

  const options = (devices: OthersProps['media']['cameras']) =>
    devices.map(({ id, name }, index) => ({ value: id, label: name || String(index + 1) }));

  return (
    <details className={styles.others}>
      <summary>{say.change}</summary>
      {cameras.length > 1 && (
        <SelectField
          label={say.camera}
          value={media.camera?.getSettings().deviceId ?? ''}
          onValue={(id) => void local.chooseCamera(id)}
          options={options(cameras)}
        />
      )}
      {microphones.length > 1 && (
        <SelectField
          label={say.microphone}
          value={media.microphone?.getSettings().deviceId ?? ''}
          onValue={(id) => void local.chooseMicrophone(id)}
          options={options(microphones)}
        />
      )}
    </details>
  );
}
