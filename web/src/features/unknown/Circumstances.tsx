import type { MatterView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { AtTheDoor } from './AtTheDoor.tsx';
import { sayFacts } from './say.ts';
import styles from './UnknownAlerts.module.css';
import type { Panel } from './UnknownAlerts.tsx';

interface CircumstancesProps extends Pick<Panel, 'view' | 'act'> {
  readonly matter: MatterView;
}

/** Who noticed it, where its device is; and what can be done at once with one that waits at the door. */
export function Circumstances({ view, matter, act }: CircumstancesProps): ReactNode {
  return (
    <>
      {sayFacts(matter, view.me.participant).map((fact) => (
        <p key={fact} className={styles.facts}>
          {fact}
        </p>
      ))}
      <AtTheDoor matter={matter} can={view.can} act={act} />
    </>
  );
}
