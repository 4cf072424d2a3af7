import type { UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import { ShieldQuestionMark } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { sayClock } from '../../content/times.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Unseen } from '../../ui/Quiet.tsx';
import { AtTheDoor } from './AtTheDoor.tsx';
import { History } from './History.tsx';
import { Steps } from './Steps.tsx';
import { sayFacts, sayHeadline, sayNext, sinceOf } from './say.ts';
import { placeOf } from './steps.ts';
import styles from './UnknownAlerts.module.css';
import type { Panel } from './UnknownAlerts.tsx';

const NO_ROSTER = { lobby: [], roster: [] };

interface MatterProps extends Panel {
  readonly matter: UnknownView;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

/** One open matter: who or what, since when, how it stands; and on wish the steps that lead to its end. */
export function Matter({ matter, isShown, onShow, ...panel }: MatterProps): ReactNode {
  const steps = useId();
  const { view, act, drafts } = panel;
  const place = placeOf(matter, view.console ?? NO_ROSTER);
  const headline = sayHeadline(matter);
  return (
    <li className={styles.matter}>
      <p className={styles.headline}>
        <Icon of={ShieldQuestionMark} />
        <span>{headline}</span>
      </p>
      <p className={styles.facts}>
        {UNKNOWN.since(sayClock(sinceOf(matter)))} · {sayNext(matter)}
      </p>
      {sayFacts(matter, place, view.me.participant).map((fact) => (
        <p key={fact} className={styles.facts}>
          {fact}
        </p>
      ))}
      {place.is === 'door' && <AtTheDoor entry={place.entry} can={view.can} act={act} />}
      <Button aria-expanded={isShown} aria-controls={steps} onClick={() => onShow(!isShown)}>
        {isShown ? UNKNOWN.hideSteps : UNKNOWN.toSteps} <Unseen>{headline}</Unseen>
      </Button>
      <div id={steps} hidden={!isShown} className={styles.steps}>
        {isShown && <Steps key={matter.state} matter={matter} place={place} can={view.can} act={act} drafts={drafts} />}
        {isShown && (
          <>
            <h4 className={styles.small}>{UNKNOWN.history}</h4>
            <History steps={matter.steps} />
          </>
        )}
      </div>
    </li>
  );
}
