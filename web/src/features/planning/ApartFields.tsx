import type { ReactNode } from 'react';
import { KEPT_APART } from '../../content/staff/keptApart.ts';
import { Choices, Tick } from '../../ui/Choices.tsx';
import styles from './ApartFields.module.css';
import { type ApartDraft, type Other, withTick, withWay } from './apartDraft.ts';

interface ApartFieldsProps<Id extends string> {
  /** Where an error summary links to. */
  readonly id?: string;
  readonly self: Id;
  readonly name: string;
  /** The question, where its heading has not asked it already. */
  readonly label: string;
  readonly draft: ApartDraft<Id>;
  readonly onDraft: (draft: ApartDraft<Id>) => void;
  readonly others: readonly Other<Id>[];
  readonly error?: string | undefined;
}

/** [PLAN-10] From whom somebody is kept apart: nobody, these, or everyone but these. */
export function ApartFields<Id extends string>(props: ApartFieldsProps<Id>): ReactNode {
  const { id, self, name, label, draft, onDraft, others, error } = props;
  const ways = (['no', 'these', 'allBut'] as const).map((value) => ({
    value,
    label: KEPT_APART.ways[value],
    ...(value === 'allBut' && { hint: KEPT_APART.allButHint }),
  }));
  return (
    <div className={styles.fields}>
      <Choices
        {...(id !== undefined && { id })}
        label={label}
        value={draft.is}
        onValue={(is) => onDraft(withWay(is, self, others))}
        options={ways}
        error={error}
      />
      {draft.is !== 'no' && (
        <fieldset className={styles.people}>
          <legend className={styles.legend}>{KEPT_APART.ticks[draft.is](name)}</legend>
          <div className={styles.ticks}>
            {others.map((other) => (
              <Tick
                key={other.id}
                label={other.name}
                checked={draft.people.includes(other.id)}
                onChecked={(isTicked) => onDraft(withTick(draft, { id: other.id, isTicked }, self, others))}
              />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}
