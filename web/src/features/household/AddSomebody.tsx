import { Check } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { household, relations } from '../../content/family/household.ts';
import type { Reader } from '../../content/family/reader.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Announcer } from '../../ui/Quiet.tsx';
import { type Adding, LONGEST, type Problem } from './draft.ts';
import styles from './Household.module.css';

interface AddSomebodyProps {
  readonly reader: Reader;
  readonly adding: Adding;
  readonly problem: Problem | null;
  readonly onChange: (adding: Adding) => void;
  readonly onPut: () => void;
  readonly onBack: () => void;
}

/** One person: tapped by who they are, or written; a first name if one likes. */
export function AddSomebody({ reader, adding, problem, onChange, onPut, onBack }: AddSomebodyProps): ReactNode {
  const say = household[reader];
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    onPut();
  };
  const isOwn = adding.tapped.is === 'own';

  return (
    <form className={styles.answer} noValidate autoComplete="off" onSubmit={submit}>
      <fieldset className={styles.relations}>
        <legend>{say.relation}</legend>
        {relations[reader].map((word) => (
          <Word
            key={word}
            word={word}
            tapped={adding.tapped.is === 'word' && adding.tapped.word === word}
            onTap={() => onChange({ ...adding, tapped: { is: 'word', word } })}
          />
        ))}
        <Word word={say.other} tapped={isOwn} onTap={() => onChange({ ...adding, tapped: { is: 'own' } })} />
      </fieldset>
      {isOwn && (
        <TextField
          label={say.otherField}
          value={adding.ownWord}
          maxLength={LONGEST.relationship}
          autoComplete="off"
          onValue={(ownWord) => onChange({ ...adding, ownWord })}
        />
      )}
      <TextField
        label={say.name}
        hint={say.nameHint}
        error={tried && problem !== null ? wrong(problem, reader) : undefined}
        value={adding.name}
        maxLength={LONGEST.name}
        autoComplete="off"
        autoCapitalize="words"
        onValue={(name) => onChange({ ...adding, name })}
      />
      <Announcer urgent says={tried && problem !== null ? wrong(problem, reader) : ''} />
      <Button type="submit" kind="primary" large wide icon={Check}>
        {say.put}
      </Button>
      <Button kind="quiet" wide onClick={onBack}>
        {say.back}
      </Button>
    </form>
  );
}

function wrong(problem: Problem, reader: Reader): string {
  const say = household[reader].wrong;

  return problem.is === 'twice' ? say.twice(problem.name) : say[problem.is];
}

function Word({ word, tapped, onTap }: { word: string; tapped: boolean; onTap: () => void }): ReactNode {
  return (
    <button type="button" aria-pressed={tapped} className={styles.word} onClick={onTap}>
      {tapped && <Icon of={Check} />}
      {word}
    </button>
  );
}
