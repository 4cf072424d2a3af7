import type { Plan } from '@doorstep/shared/visit/plan/state.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { PLANNING } from '../../content/staff/planning.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { ErrorSummary, type FormError } from '../../ui/ErrorSummary.tsx';
import { PlanFields } from './PlanFields.tsx';
import { checkPlan, draftOf } from './planDraft.ts';
import type { Act } from './useVisitView.ts';

interface ChangePlanProps {
  readonly plan: Plan;
  /** Links were given out, so the visit cannot lose its purpose. */
  readonly needsPurpose: boolean;
  readonly act: Act;
  readonly onClose: () => void;
}

/** The plan, to be changed until the visit ends. */
export function ChangePlan({ plan, needsPurpose, act, onClose }: ChangePlanProps): ReactNode {
  const [draft, setDraft] = useState(() => draftOf(plan));
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [isBusy, setBusy] = useState(false);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // A visit that was planned for an earlier day may keep its date.
    const checked = checkPlan(draft, Math.min(Date.now(), plan.scheduledFor), needsPurpose);
    if (!checked.ok) return setErrors(checked.errors);
    setBusy(true);
    const why = await act({ type: 'visit.replan', plan: checked.value });
    setBusy(false);
    if (why === null) onClose();
    else setErrors([{ field: 'purpose', says: why }]);
  };
  return (
    <Dialog heading={PLANNING.titleChange} onClose={onClose} wide>
      <form noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary heading={PLANNING.errors.heading} errors={errors} />
        <PlanFields draft={draft} onDraft={setDraft} errors={errors} />
        <DialogActions>
          <Button type="submit" kind="primary" busy={isBusy}>
            {PLANNING.saveChanges}
          </Button>
          <Button onClick={onClose}>{SHELL.cancel}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
