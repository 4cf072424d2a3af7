import { Mic, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { Button } from '../../ui/Button.tsx';
import type { Check } from './check.ts';
import styles from './DeviceCheck.module.css';
import { StepHead } from './StepHead.tsx';

interface StepFrameProps {
  readonly check: Check;
  readonly heading: string;
  /** Where the step shows oneself large anyway. */
  readonly showsMyself?: boolean;
  /** A phone call instead. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Around each step: how far one is, oneself in the corner, and below, always in the same place, the ways around it. */
export function StepFrame({ check, heading, showsMyself = false, instead, children }: StepFrameProps): ReactNode {
  const { progress, reader, tell, goIn, going } = check;
  const { frame } = deviceCheck[reader];

  return (
    <div className={styles.screen}>
      <StepHead check={check} heading={heading} showsMyself={showsMyself} />
      {children}
      {progress.at !== 'ready' && (
        <div className={styles.around}>
          <Button onClick={() => tell({ is: 'skip' })}>{frame.skip}</Button>
          <Button busy={going} onClick={goIn}>
            {going ? frame.going : frame.straightIn}
          </Button>
        </div>
      )}
      <div>
        <CameraOrNot check={check} />
        {instead}
      </div>
    </div>
  );
}

/** Sound only, or the camera after all. */
function CameraOrNot({ check: { local, reader, asking, open, tell } }: { check: Check }): ReactNode {
  const { camera } = useLocalMedia(local);
  const { frame, picture } = deviceCheck[reader];
  if (camera === null) {
    return (
      <Button kind="quiet" wide icon={Video} busy={asking} onClick={() => open(true)}>
        {picture.cameraOn}
      </Button>
    );
  }
  const leaveOff = (): void => {
    void local.setCamera(false);
    tell({ is: 'leftCameraOff' });
  };
  return (
    <Button kind="quiet" wide icon={Mic} onClick={leaveOff}>
      {frame.soundOnly}
    </Button>
  );
}
