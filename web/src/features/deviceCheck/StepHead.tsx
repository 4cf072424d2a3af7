import { type ReactNode, useState } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import { CornerView, LargeView } from './CornerView.tsx';
import type { Check } from './check.ts';
import styles from './DeviceCheck.module.css';
import { stepsOf } from './progress.ts';

interface StepHeadProps {
  readonly check: Check;
  readonly heading: string;
  /** The step shows oneself large anyway. */
  readonly showsMyself: boolean;
}

/** How far one is and what this step is about; oneself beside it, unless the camera is off. */
export function StepHead({ check: { progress, reader, local }, heading, showsMyself }: StepHeadProps): ReactNode {
  const { camera, facing } = useLocalMedia(local);
  const [size, setSize] = useState<'corner' | 'large' | null>(null);
  const isLarge = size === 'large';
  const { frame } = deviceCheck[reader];
  const steps = stepsOf(progress.report);
  const number = steps.indexOf(progress.at) + 1;
  const View = isLarge ? LargeView : CornerView;

  const view = !showsMyself && camera !== null && (
    <View
      camera={camera}
      mirrored={facing === 'user'}
      label={isLarge ? frame.smaller : frame.larger}
      onPress={() => setSize(isLarge ? 'corner' : 'large')}
      takesFocus={size !== null}
    />
  );
  return (
    <>
      <div className={styles.head}>
        <div>
          {number > 0 && <p className={styles.quiet}>{frame.step(String(number), String(steps.length))}</p>}
          <ScreenHeading>{heading}</ScreenHeading>
        </div>
        {!isLarge && view}
      </div>
      {isLarge && view}
    </>
  );
}
