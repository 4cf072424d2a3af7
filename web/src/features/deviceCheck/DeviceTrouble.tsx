import { ArrowRight, Mic, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { withoutIt } from '../../content/family/deviceProblems.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import type { Check } from './check.ts';
import styles from './DeviceCheck.module.css';
import { adviceFor, type Here, insteadOf, type Trouble } from './problemSteps.ts';

interface DeviceTroubleProps {
  readonly check: Check;
  readonly trouble: Trouble;
  readonly here: Here;
  readonly wanted: { readonly camera: boolean };
  readonly phone: string | null;
  readonly instead: ReactNode;
}

/** What went wrong, the one thing to do in this very browser, and the ways on without. */
export function DeviceTrouble({ check, trouble, here, wanted, phone, instead }: DeviceTroubleProps): ReactNode {
  const advice = adviceFor(trouble, here);

  return (
    <div className={styles.screen}>
      <ScreenHeading key={advice.heading}>{advice.heading}</ScreenHeading>
      <p>{advice.body}</p>
      <ol className={styles.steps}>
        {advice.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {advice.retry !== null && (
        <Button kind="primary" large wide icon={RotateCw} busy={check.asking} onClick={() => check.open(wanted.camera)}>
          {advice.retry}
        </Button>
      )}
      <Without check={check} trouble={trouble} />
      {instead}
      {phone !== null && <p className={styles.quiet}>{withoutIt.callUs(phone)}</p>}
    </div>
  );
}

function Without({ check, trouble }: Pick<DeviceTroubleProps, 'check' | 'trouble'>): ReactNode {
  const { asking, going, open, goIn, tell, reader } = check;
  const { frame } = deviceCheck[reader];
  const goOn = (): void => tell({ is: 'wentOn' });

  return (
    <>
      {insteadOf(trouble) === 'soundOnly' ? (
        // With the microphone at work already there is nothing more to ask for.
        <Button large wide icon={Mic} busy={asking} onClick={trouble.part === 'camera' ? goOn : () => open(false)}>
          {withoutIt.soundOnly}
        </Button>
      ) : (
        <Button large wide icon={ArrowRight} busy={asking} onClick={goOn}>
          {withoutIt.neither}
        </Button>
      )}
      <Button kind="quiet" wide busy={going} onClick={goIn}>
        {going ? frame.going : frame.straightIn}
      </Button>
    </>
  );
}
