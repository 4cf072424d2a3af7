import type { ReactNode } from 'react';
import { KEPT_APART } from '../../content/staff/keptApart.ts';
import { Choices } from '../../ui/Choices.tsx';
import type { FormError } from '../../ui/ErrorSummary.tsx';
import { ApartFields } from './ApartFields.tsx';
import styles from './ApartForm.module.css';
import { APART_FIELD, apartField, type PersonDraft, whoCanBeApart } from './peopleDraft.ts';

/** Null until it was answered. */
export type AnybodyApart = 'no' | 'yes' | null;

interface ApartFormProps {
  readonly people: readonly PersonDraft[];
  readonly onPeople: (people: readonly PersonDraft[]) => void;
  readonly answer: AnybodyApart;
  readonly onAnswer: (answer: AnybodyApart) => void;
  readonly errors: readonly FormError[];
}

const ANSWERS = (['no', 'yes'] as const).map((value) => ({ value, label: KEPT_APART.answers[value] }));

/** [PLAN-10] Who is kept apart from whom, asked as soon as there are two people of the family: before there is any link. */
export function ApartForm({ people, onPeople, answer, onAnswer, errors }: ApartFormProps): ReactNode {
  const family = whoCanBeApart(people);
  const says = (field: string): string | undefined => errors.find((error) => error.field === field)?.says;
  if (family.length < 2) return null;
  return (
    <div className={styles.apart}>
      <Choices
        id={APART_FIELD}
        big
        label={KEPT_APART.question}
        hint={KEPT_APART.what}
        error={says(APART_FIELD)}
        value={answer}
        onValue={onAnswer}
        options={ANSWERS}
        inline
      />
      {answer === 'yes' && (
        <>
          <p className={styles.limits}>{KEPT_APART.limits}</p>
          <ul className={styles.people} aria-label={KEPT_APART.heading}>
            {people.map((person, index) => {
              const own = family.find(({ id }) => id === person.key);
              return (
                own && (
                  <li key={person.key} className={styles.person}>
                    <ApartFields
                      id={apartField(index)}
                      self={person.key}
                      name={own.name}
                      label={KEPT_APART.dialog(own.name)}
                      draft={person.apart}
                      onDraft={(apart) => onPeople(people.map((one) => (one === person ? { ...one, apart } : one)))}
                      others={family.filter(({ id }) => id !== person.key)}
                      error={says(apartField(index))}
                    />
                  </li>
                )
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
