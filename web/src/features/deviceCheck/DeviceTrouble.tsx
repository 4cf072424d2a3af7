import { ArrowRight, Mic, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { insteadOfCamera } from '../../content/family/deviceProblems.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import styles from './DeviceCheck.module.css';
import { adviceFor, insteadOf, type Platform, type Problem } from './problemSteps.ts';

interface DeviceTroubleProps {
  readonly problem: Problem;
  readonly soundFailed: boolean;
  readonly platform: Platform;
  readonly phone: string | null;
  readonly busy: boolean;
  readonly onRetry: () => void;
  readonly onSoundOnly: () => void;
  readonly onNeither: () => void;
}

/** What went wrong, what to do on this very phone, and a way on without. */
export function DeviceTrouble(props: DeviceTroubleProps): ReactNode {
  const { problem, soundFailed, platform, phone, busy, onRetry, onSoundOnly, onNeither } = props;
  const advice = adviceFor(problem, platform);
  const instead = insteadOf(problem, soundFailed);

  return (
    <div className={styles.screen}>
      <ScreenHeading key={problem}>{advice.heading}</ScreenHeading>
      <p>{advice.body}</p>
      <ol className={styles.steps}>
        {advice.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {advice.retry !== null && (
        <Button kind="primary" large wide icon={RotateCw} busy={busy} onClick={onRetry}>
          {advice.retry}
        </Button>
      )}
      {instead === 'soundOnly' ? (
        <Button large wide icon={Mic} busy={busy} onClick={onSoundOnly}>
          {insteadOfCamera.soundOnly}
        </Button>
      ) : (
        <Button large wide icon={ArrowRight} busy={busy} onClick={onNeither}>
          {insteadOfCamera.neither}
        </Button>
      )}
      {phone !== null && <p>{insteadOfCamera.callUs(phone)}</p>}
    </div>
  );
}
