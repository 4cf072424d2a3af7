import { Check, User, UserPlus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { type HouseholdWords, sayBeside } from '../../content/family/household.ts';
import { Button } from '../../ui/Button.tsx';
import { Unseen } from '../../ui/Quiet.tsx';
import { type Beside, isFull } from './draft.ts';
import styles from './Household.module.css';

interface BesideListProps {
  readonly say: HouseholdWords;
  readonly people: readonly Beside[];
  readonly telling: boolean;
  readonly onTell: () => void;
  readonly onAdd: () => void;
  readonly onGone: (gone: Beside) => void;
}

/** Whoever has been named so far; and the one tap that says that this is everyone, or that nobody is there. */
export function BesideList({ say, people, telling, onTell, onAdd, onGone }: BesideListProps): ReactNode {
  const isEmpty = people.length === 0;

  return (
    <>
      {!isEmpty && (
        <ul className={styles.people} aria-label={say.list}>
          {people.map((person) => (
            <li key={`${person.name} ${person.relationship}`}>
              <span className={styles.who}>
                <bdi>{sayBeside(person.name, person.relationship)}</bdi>
              </span>
              <Button icon={X} onClick={() => onGone(person)}>
                {say.remove}
                <Unseen> {person.name}</Unseen>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button kind="primary" large wide icon={isEmpty ? User : Check} busy={telling} onClick={onTell}>
        {telling ? say.telling : isEmpty ? say.nobody : say.everyone}
      </Button>
      {isFull({ people, adding: null }) ? (
        <p>{say.full}</p>
      ) : (
        <Button large wide icon={UserPlus} onClick={onAdd}>
          {isEmpty ? say.somebody : say.another}
        </Button>
      )}
    </>
  );
}
