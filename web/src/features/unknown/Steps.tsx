import type { Can, MatterView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import type { Drafts } from '../../drafts/Drafts.ts';
import { useDraft } from '../../drafts/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { StepForm } from './StepForm.tsx';
import { nextSteps } from './steps.ts';
import styles from './UnknownAlerts.module.css';
import type { Act } from './UnknownAlerts.tsx';

interface StepsProps {
  readonly matter: MatterView;
  readonly can: Can;
  readonly act: Act;
  readonly drafts: Drafts;
}

/** [UNK-2] What to do now, with its words; and the other steps that are possible from here, nothing else. */
export function Steps({ matter, can, act, drafts }: StepsProps): ReactNode {
  const [chosen, choose] = useDraft(drafts, `${matter.id} ${matter.state}`);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The form of the step before has gone, and took the focus with it.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const possible = nextSteps(matter, can);
  const step = possible.find((one) => one === chosen) ?? possible[0];
  if (step === undefined) return <p>{UNKNOWN.later}</p>;
  const others = possible.filter((one) => one !== step);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles.step}>
        {UNKNOWN.steps[step].choose}
      </h3>
      <StepForm key={step} step={step} matter={matter} act={act} drafts={drafts} />
      {others.length > 0 && (
        <div className={styles.others}>
          <p className={styles.small}>{UNKNOWN.otherSteps}</p>
          {others.map((other) => (
            <Button key={other} onClick={() => choose(other)}>
              {UNKNOWN.steps[other].choose}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
