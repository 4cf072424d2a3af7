import { ArrowRight, RotateCw, Wifi } from 'lucide-react';
import type { ReactNode } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import type { KnownLine } from '../../media/useNetwork.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './DeviceCheck.module.css';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './Steps.tsx';

interface NetworkStepProps extends StepProps {
  readonly line: KnownLine;
  readonly tryAgain: () => void;
}

/** [JOIN-4] Whether the line carries the visit, in words, and what to do if it does not. */
export function NetworkStep({ check, instead, line, tryAgain }: NetworkStepProps): ReactNode {
  const { network: say, frame } = deviceCheck[check.reader];
  const mayHelp = line === 'poor' || line === 'failed';

  return (
    <StepFrame check={check} heading={say.heading} instead={instead}>
      <div role="status" className={styles.said}>
        {line === 'testing' ? (
          <p>{say.testing}</p>
        ) : (
          <Notice tone={mayHelp ? 'attention' : 'good'} icon={Wifi} heading={say[line].heading}>
            <p>{say[line].what}</p>
          </Notice>
        )}
      </div>
      <Button kind="primary" large wide icon={ArrowRight} onClick={() => check.tell({ is: 'next' })}>
        {frame.next}
      </Button>
      {mayHelp && (
        <Button large wide icon={RotateCw} onClick={tryAgain}>
          {say.again}
        </Button>
      )}
    </StepFrame>
  );
}
