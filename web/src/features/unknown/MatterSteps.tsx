import type { UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { Circumstances } from './Circumstances.tsx';
import { History } from './History.tsx';
import { Steps } from './Steps.tsx';
import { sayNext } from './say.ts';
import { placeOf } from './steps.ts';
import styles from './UnknownAlerts.module.css';
import type { Panel } from './UnknownAlerts.tsx';

interface MatterStepsProps extends Panel {
  readonly id: string;
  readonly matter: UnknownView;
}

/** The matter that the host deals with: what is known, what to do now, and what has been done. */
export function MatterSteps({ id, matter, view, act, drafts }: MatterStepsProps): ReactNode {
  if (view.console === null) return null;
  const place = placeOf(matter, view.console);
  return (
    <div id={id} className={styles.steps}>
      <p className={styles.strong}>{sayNext(matter)}</p>
      <Circumstances view={view} matter={matter} act={act} />
      <Steps key={matter.state} matter={matter} place={place} can={view.can} act={act} drafts={drafts} />
      <h3 className={styles.small}>{UNKNOWN.history}</h3>
      <History steps={matter.steps} />
    </div>
  );
}
