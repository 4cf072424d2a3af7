import type { UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { AtTheDoor } from './AtTheDoor.tsx';
import { sayFacts } from './say.ts';
import { placeOf } from './steps.ts';
import styles from './UnknownAlerts.module.css';
import type { Panel } from './UnknownAlerts.tsx';

interface CircumstancesProps extends Pick<Panel, 'view' | 'act'> {
  readonly matter: UnknownView;
}

/** Who noticed it, where its device is; and what can be done at once with one that waits at the door. */
export function Circumstances({ view, matter, act }: CircumstancesProps): ReactNode {
  if (view.console === null) return null;
  const place = placeOf(matter, view.console);
  return (
    <>
      {sayFacts(matter, place, view.me.participant).map((fact) => (
        <p key={fact} className={styles.facts}>
          {fact}
        </p>
      ))}
      {place.is === 'door' && <AtTheDoor entry={place.entry} can={view.can} act={act} />}
    </>
  );
}
