import type { MatterView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { Circumstances } from './Circumstances.tsx';
import { History } from './History.tsx';
import { Steps } from './Steps.tsx';
import { sayNext } from './say.ts';
import styles from './UnknownAlerts.module.css';
import type { Panel } from './UnknownAlerts.tsx';

interface MatterStepsProps extends Panel {
  readonly id: string;
  readonly matter: MatterView;
}

/** The matter that is dealt with: what is known, what to do now, and what has been done. */
export function MatterSteps({ id, matter, view, act, drafts }: MatterStepsProps): ReactNode {
  return (
    <div id={id} className={styles.steps}>
      <p className={styles.strong}>{sayNext(matter)}</p>
      <Circumstances view={view} matter={matter} act={act} />
      <Steps key={matter.state} matter={matter} can={view.can} act={act} drafts={drafts} />
      <h3 className={styles.small}>{UNKNOWN.history}</h3>
      <History steps={matter.steps} />
    </div>
  );
}
