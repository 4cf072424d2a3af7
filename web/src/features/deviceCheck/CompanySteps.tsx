import type { ReactNode } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './Steps.tsx';
import { YesOrNo } from './YesOrNo.tsx';

/** [JOIN-4] Who can hear you. */
export function OverheardStep({ check, instead }: StepProps): ReactNode {
  const { reader, progress, tell } = check;
  const { overheard: say, frame } = deviceCheck[reader];

  return (
    <StepFrame check={check} heading={say.heading} instead={instead}>
      <YesOrNo
        words={say}
        advised={progress.report.overheard === 'yes' ? 'yes' : null}
        next={frame.next}
        onAnswer={(yes) => tell({ is: 'said', about: 'overheard', yes })}
        onNext={() => tell({ is: 'next' })}
      />
    </StepFrame>
  );
}

/** [JOIN-4] Headphones or not. */
export function HeadsetStep({ check, instead }: StepProps): ReactNode {
  const { reader, tell } = check;
  const { headset: say, frame } = deviceCheck[reader];

  return (
    <StepFrame check={check} heading={say.heading} instead={instead}>
      <YesOrNo
        words={say}
        advised={null}
        next={frame.next}
        onAnswer={(yes) => tell({ is: 'said', about: 'headset', yes })}
        onNext={() => tell({ is: 'next' })}
      />
    </StepFrame>
  );
}
