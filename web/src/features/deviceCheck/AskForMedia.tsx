import { Camera, Mic } from 'lucide-react';
import type { ReactNode } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import { WithName } from '../../ui/WithName.tsx';
import type { Check } from './check.ts';
import styles from './DeviceCheck.module.css';

interface AskForMediaProps {
  readonly check: Check;
  /** What was asked for last. */
  readonly wanted: { readonly camera: boolean };
  readonly instead: ReactNode;
}

/** Why, and what the browser is about to ask, before it does. */
export function AskForMedia({ check, wanted, instead }: AskForMediaProps): ReactNode {
  const { reader, worker, asking, going, open, goIn } = check;
  const { ask: say, frame } = deviceCheck[reader];

  return (
    <div className={styles.screen}>
      <ScreenHeading>{say.heading}</ScreenHeading>
      <p>
        <WithName says={say.why} name={worker} />
      </p>
      <p>{say.phoneAsks}</p>
      <p className={styles.calm}>{say.notYet}</p>
      <Button kind="primary" large wide icon={Camera} busy={asking && wanted.camera} onClick={() => open(true)}>
        {asking && wanted.camera ? say.turningOn : say.turnOn}
      </Button>
      <Button large wide icon={Mic} busy={asking && !wanted.camera} onClick={() => open(false)}>
        {asking && !wanted.camera ? say.turningOn : say.soundOnly}
      </Button>
      <Button kind="quiet" wide busy={going} onClick={goIn}>
        {going ? frame.going : frame.straightIn}
      </Button>
      {instead}
    </div>
  );
}
