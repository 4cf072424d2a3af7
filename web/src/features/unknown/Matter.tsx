import type { MatterView } from '@doorstep/shared/visit/viewShape.ts';
import { ShieldQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { sayClock } from '../../content/times.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Unseen } from '../../ui/Quiet.tsx';
import { Circumstances } from './Circumstances.tsx';
import { Headline } from './Headline.tsx';
import { sayHeadline, sayNext, sinceOf } from './say.ts';
import styles from './UnknownAlerts.module.css';
import type { Panel } from './UnknownAlerts.tsx';

interface MatterProps extends Panel {
  readonly matter: MatterView;
  /** The steps of one matter are shown: all others keep to a few lines, so that none is out of sight. */
  readonly isBrief: boolean;
  /** Where its own steps are, when they are shown. */
  readonly steps: string | null;
  readonly onShow: (isShown: boolean) => void;
}

/** One open matter: who or what, since when, how it stands; and the way to its steps. */
export function Matter({ matter, isBrief, steps, onShow, view, act }: MatterProps): ReactNode {
  const headline = sayHeadline(matter);
  const isShown = steps !== null;
  return (
    <li className={classes(styles.matter, isBrief && styles.briefMatter)}>
      <p className={styles.headline}>
        <Icon of={ShieldQuestionMark} />
        <span>
          <Headline matter={matter} />
        </span>
      </p>
      <p className={styles.facts}>
        {UNKNOWN.since(sayClock(sinceOf(matter)))}
        {!isBrief && ` · ${sayNext(matter)}`}
      </p>
      {!isBrief && <Circumstances view={view} matter={matter} act={act} />}
      <Button kind="quiet" aria-expanded={isShown} aria-controls={steps ?? undefined} onClick={() => onShow(!isShown)}>
        {isShown ? UNKNOWN.hideSteps : UNKNOWN.toSteps} <Unseen>{headline}</Unseen>
      </Button>
    </li>
  );
}
