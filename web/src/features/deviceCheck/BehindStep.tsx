import type { ReactNode } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { SelfView } from '../../ui/SelfView.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './Steps.tsx';
import { YesOrNo } from './YesOrNo.tsx';

/** [JOIN-4] What is behind you is in the picture: seen, and found all right or not. */
export function BehindStep({ check, instead }: StepProps): ReactNode {
  const { reader, local, progress, tell } = check;
  const { camera, facing } = useLocalMedia(local);
  const { behind: say, frame, picture } = deviceCheck[reader];

  return (
    <StepFrame check={check} heading={say.heading} showsMyself instead={instead}>
      <SelfView size="small" track={camera} mirrored={facing === 'user'} without={picture.noPicture} />
      <YesOrNo
        words={say}
        advised={progress.report.behind === 'toTidy' ? 'no' : null}
        next={frame.next}
        onAnswer={(yes) => tell({ is: 'said', about: 'behind', yes })}
        onNext={() => tell({ is: 'next' })}
      />
    </StepFrame>
  );
}
