import { ArrowRight, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { Button } from '../../ui/Button.tsx';
import { WithName } from '../../ui/WithName.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './Steps.tsx';

/** All looked at: on into the lobby, or once more. */
export function ReadyStep({ check, instead }: StepProps): ReactNode {
  const { reader, worker, going, goIn, tell } = check;
  const { ready: say, frame } = deviceCheck[reader];

  return (
    <StepFrame check={check} heading={say.heading} instead={instead}>
      <p>
        <WithName says={say.body} name={worker} />
      </p>
      <Button kind="primary" large wide icon={ArrowRight} busy={going} onClick={goIn}>
        {going ? frame.going : say.goIn}
      </Button>
      <Button large wide icon={RotateCcw} onClick={() => tell({ is: 'again' })}>
        {say.again}
      </Button>
    </StepFrame>
  );
}
