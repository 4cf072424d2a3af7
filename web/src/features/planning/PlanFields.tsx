import type { VisitKind } from '@doorstep/shared/visit/plan/state.ts';
import type { ReactNode } from 'react';
import { KINDS } from '../../content/kinds.ts';
import { PLANNING } from '../../content/staff/planning.ts';
import { sayLength } from '../../content/times.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import type { FormError } from '../../ui/ErrorSummary.tsx';
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx';
import styles from './PlanFields.module.css';
import type { PlanDraft } from './planDraft.ts';

interface PlanFieldsProps {
  readonly draft: PlanDraft;
  readonly onDraft: (draft: PlanDraft) => void;
  readonly errors: readonly FormError[];
}

const KIND_OPTIONS = (Object.keys(KINDS) as VisitKind[]).map((value) => ({
  value,
  label: KINDS[value].label,
  hint: KINDS[value].hint,
}));
const USUAL_LENGTHS = [15, 20, 30, 45, 60, 75, 90, 120, 180];

const lengthOptions = (current: number) =>
  [...new Set([...USUAL_LENGTHS, current])]
    .sort((a, b) => a - b)
    .map((minutes) => ({ value: String(minutes), label: sayLength(minutes) }));

/** Kind, purpose and time: the questions that a new plan and a changed plan have in common. */
export function PlanFields({ draft, onDraft, errors }: PlanFieldsProps): ReactNode {
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.says;
  const set = (change: Partial<PlanDraft>): void => onDraft({ ...draft, ...change });
  return (
    <>
      <Choices
        id="kind"
        label={PLANNING.what}
        big
        value={draft.kind}
        onValue={(kind) => set({ kind })}
        options={KIND_OPTIONS}
        inline
      />
      <Purpose draft={draft} onPurpose={(purpose) => set({ purpose })} error={errorOf('purpose')} />
      <fieldset>
        <legend className={styles.legend}>{PLANNING.when}</legend>
        <div className={styles.when}>
          <TextField
            id="date"
            type="date"
            label={PLANNING.date}
            value={draft.date}
            onValue={(date) => set({ date })}
            error={errorOf('date')}
          />
          <TextField
            id="time"
            type="time"
            label={PLANNING.time}
            value={draft.time}
            onValue={(time) => set({ time })}
            error={errorOf('time')}
          />
          <SelectField
            id="length"
            label={PLANNING.length}
            value={String(draft.lengthMinutes)}
            onValue={(minutes) => set({ lengthMinutes: Number(minutes) })}
            options={lengthOptions(draft.lengthMinutes)}
          />
        </div>
      </fieldset>
    </>
  );
}

interface PurposeProps {
  readonly draft: PlanDraft;
  readonly onPurpose: (purpose: string) => void;
  readonly error: string | undefined;
}

/** [PLAN-1] Chosen, written, or chosen and then changed. */
function Purpose({ draft, onPurpose, error }: PurposeProps): ReactNode {
  return (
    <div className={styles.purpose}>
      <TextArea
        id="purpose"
        label={PLANNING.purpose}
        big
        hint={`${PLANNING.purposeHint} ${PLANNING.purposeDraft}`}
        error={error}
        value={draft.purpose}
        onValue={onPurpose}
      />
      <p className={styles.suggest}>{PLANNING.suggestions}</p>
      <ul>
        {KINDS[draft.kind].purposes.map((purpose) => (
          <li key={purpose}>
            <Button onClick={() => onPurpose(purpose)}>{purpose}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
