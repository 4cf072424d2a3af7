import type { ReactNode } from 'react';
import type { useNetwork } from '../../media/useNetwork.ts';
import { BehindStep } from './BehindStep.tsx';
import { HeadsetStep, OverheardStep } from './CompanySteps.tsx';
import type { Check } from './check.ts';
import { MicrophoneStep } from './MicrophoneStep.tsx';
import { NetworkStep } from './NetworkStep.tsx';
import { PictureStep } from './PictureStep.tsx';
import { ReadyStep } from './ReadyStep.tsx';
import { SpeakerStep } from './SpeakerStep.tsx';

export interface StepProps {
  readonly check: Check;
  readonly instead: ReactNode;
}

interface StepsProps extends StepProps {
  readonly line: ReturnType<typeof useNetwork>;
}

/** The screen of the step that is on. */
export function Steps({ line, ...step }: StepsProps): ReactNode {
  switch (step.check.progress.at) {
    case 'picture':
      return <PictureStep {...step} />;
    case 'microphone':
      return <MicrophoneStep {...step} />;
    case 'speaker':
      return <SpeakerStep {...step} />;
    case 'network':
      return <NetworkStep {...step} {...line} />;
    case 'overheard':
      return <OverheardStep {...step} />;
    case 'headset':
      return <HeadsetStep {...step} />;
    case 'behind':
      return <BehindStep {...step} />;
    default:
      return <ReadyStep {...step} />;
  }
}
