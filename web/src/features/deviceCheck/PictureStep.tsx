import { ArrowRight, Camera, SwitchCamera } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { Button } from '../../ui/Button.tsx';
import { SelfView } from '../../ui/SelfView.tsx';
import type { Check } from './check.ts';
import styles from './DeviceCheck.module.css';
import { DeviceChoice } from './DeviceChoice.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './Steps.tsx';
import { useLight } from './useLight.ts';

/** [JOIN-4] See yourself large; light by measure, height and look by word. */
export function PictureStep({ check, instead }: StepProps): ReactNode {
  const { reader, isTouch, tell } = check;
  const { picture: say, frame } = deviceCheck[reader];

  return (
    <StepFrame check={check} heading={say.heading} showsMyself instead={instead}>
      <Myself check={check} />
      <ul className={styles.tips}>
        <li>{isTouch ? say.heightInHand : say.heightOnTable}</li>
        <li>{say.lookAt}</li>
      </ul>
      <Button kind="primary" large wide icon={ArrowRight} onClick={() => tell({ is: 'next' })}>
        {frame.next}
      </Button>
      {!isTouch && <DeviceChoice local={check.local} kind="camera" words={{ label: say.camera, change: say.change }} />}
    </StepFrame>
  );
}

function Myself({ check: { local, reader, isTouch, asking, open, tell } }: { check: Check }): ReactNode {
  const { camera, cameras, facing } = useLocalMedia(local);
  const say = deviceCheck[reader].picture;
  const frame = useRef<HTMLDivElement>(null);
  const light = useLight(frame);
  useEffect(() => {
    if (light !== null) tell({ is: 'saw', light });
  }, [light, tell]);

  return (
    <div ref={frame} className={styles.myself}>
      <SelfView track={camera} mirrored={facing === 'user'} without={say.noPicture}>
        {isTouch && camera !== null && cameras.length > 1 && (
          <Button icon={SwitchCamera} onClick={() => void local.flipCamera()}>
            {say.turnRound}
          </Button>
        )}
        {camera === null && (
          <Button icon={Camera} busy={asking} onClick={() => open(true)}>
            {say.cameraOn}
          </Button>
        )}
      </SelfView>
      <p role="status" className={light === 'fine' ? styles.good : styles.light}>
        {camera !== null && (light === null ? say.looking : say.light[light])}
      </p>
    </div>
  );
}
