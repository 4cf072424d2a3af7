import type { Role } from '@doorstep/shared/visit/people.ts';
import { Minus, UserPlus } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { ROLES } from '../../content/people.ts';
import { PLANNING } from '../../content/staff/planning.ts';
import { Button } from '../../ui/Button.tsx';
import type { Option } from '../../ui/Choices.tsx';
import type { FormError } from '../../ui/ErrorSummary.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import styles from './PeopleFields.module.css';
import { comesForSomebody, type PersonDraft, whoCanBeHelped } from './peopleDraft.ts';

/** Everyone who comes by a link; the host is there already. */
const INVITED_ROLES: readonly Role[] = [
  'child',
  'parent',
  'householdMember',
  'supporter',
  'interpreter',
  'otherProfessional',
];
const ROLE_OPTIONS = INVITED_ROLES.map((value) => ({ value, label: ROLES[value] }));

const SPEECH_OPTIONS = (['speaks', 'notYet'] as const).map((value) => ({ value, label: PLANNING.speech[value] }));

interface PersonFieldsProps {
  readonly index: number;
  readonly draft: PersonDraft;
  readonly onDraft: (draft: PersonDraft) => void;
  readonly error: string | undefined;
  /** [PRIV-6] For whom an interpreter or supporter can be there. */
  readonly helped: readonly Option<string>[];
  /** Alone in a narrow place: under each other, and explained. */
  readonly stacked?: boolean;
}

/** Name, role and relationship of one person. */
export function PersonFields({ index, draft, onDraft, error, helped, stacked = false }: PersonFieldsProps): ReactNode {
  return (
    <div className={stacked ? styles.stacked : styles.fields}>
      <TextField
        id={`person-${index}-name`}
        label={PLANNING.name}
        value={draft.name}
        onValue={(name) => onDraft({ ...draft, name })}
        error={error}
        maxLength={60}
        autoComplete="off"
      />
      <SelectField
        label={PLANNING.role}
        value={draft.role}
        onValue={(role) => onDraft({ ...draft, role })}
        options={ROLE_OPTIONS}
      />
      <TextField
        label={PLANNING.relationship}
        hint={stacked ? PLANNING.relationshipHint : undefined}
        value={draft.relationship}
        onValue={(relationship) => onDraft({ ...draft, relationship })}
        maxLength={40}
        autoComplete="off"
      />
      {comesForSomebody(draft.role) && (
        <SelectField
          label={PLANNING.helps.label}
          hint={stacked ? PLANNING.helps.hint : undefined}
          value={draft.helps}
          onValue={(helps) => onDraft({ ...draft, helps })}
          options={[{ value: '', label: PLANNING.helps.nobody }, ...helped]}
        />
      )}
      {draft.role === 'child' && (
        <SelectField
          label={PLANNING.speech.label}
          value={draft.speech}
          onValue={(speech) => onDraft({ ...draft, speech })}
          options={SPEECH_OPTIONS}
        />
      )}
    </div>
  );
}

interface PeopleFieldsProps {
  readonly people: readonly PersonDraft[];
  readonly onPeople: (people: readonly PersonDraft[]) => void;
  readonly newPerson: () => PersonDraft;
  readonly errors: readonly FormError[];
}

/** As many people as wanted, one row each. */
export function PeopleFields({ people, onPeople, newPerson, errors }: PeopleFieldsProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const replace = (draft: PersonDraft): void =>
    onPeople(people.map((person) => (person.key === draft.key ? draft : person)));
  const remove = (key: string): void => {
    onPeople(people.filter((person) => person.key !== key));
    list.current?.focus();
  };
  return (
    <div>
      <ol ref={list} tabIndex={-1} className={styles.people} aria-label={PLANNING.who}>
        {people.map((person, index) => (
          <li key={person.key} className={styles.person}>
            <div className={styles.personTop}>
              <p className={styles.number}>{PLANNING.person(index + 1)}</p>
              <Button kind="quiet" icon={Minus} onClick={() => remove(person.key)}>
                {PLANNING.removePerson(person.name.trim())}
              </Button>
            </div>
            <PersonFields
              index={index}
              draft={person}
              onDraft={replace}
              helped={whoCanBeHelped(people)}
              error={errors.find(({ field }) => field === `person-${index}-name`)?.says}
            />
          </li>
        ))}
      </ol>
      <Button icon={UserPlus} onClick={() => onPeople([...people, newPerson()])}>
        {PLANNING.addPerson}
      </Button>
    </div>
  );
}
