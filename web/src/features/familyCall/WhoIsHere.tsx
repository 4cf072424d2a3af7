import { Lock, UserPlus, WifiOff } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { household } from '../../content/family/household.ts';
import { protection } from '../../content/family/protection.ts';
import type { Reader } from '../../content/family/reader.ts';
import { rounds } from '../../content/family/rounds.ts';
import { whoIsHere } from '../../content/family/whoIsHere.ts';
import { Button } from '../../ui/Button.tsx';
import { Labelled } from '../../ui/Icon.tsx';
import { WithName } from '../../ui/WithName.tsx';
import type { PersonHere } from './peopleHere.ts';
import styles from './WhoIsHere.module.css';

interface WhoIsHereProps {
  readonly reader: Reader;
  readonly people: readonly PersonHere[];
  readonly onCameIn: () => void;
  readonly onTrouble: () => void;
  /** [SAFE-2] */
  readonly onProtection: () => void;
  readonly onClose: () => void;
}

/** [SEE-5] [ROST-1] Everyone in words: name, part, who sits beside them, and whose line is lost. From here: say that somebody came in. */
export function WhoIsHere({ reader, people, onCameIn, onTrouble, onProtection, onClose }: WhoIsHereProps): ReactNode {
  const say = whoIsHere[reader];

  return (
    <>
      {people.every(({ isMe }) => isMe) && <p>{say.alone}</p>}
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.participant}>
            <span className={styles.name}>{person.name}</span>
            <span>{person.isMe ? say.you : person.part}</span>
            {person.beside.length > 0 && (
              <span>
                <WithName says={person.isMe ? say.withYou : say.withThem} name={<Listed of={person.beside} />} />
              </span>
            )}
            {person.isGettingBack && (
              <span className={styles.lost}>
                <Labelled icon={WifiOff}>{say.gettingBack}</Labelled>
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button icon={UserPlus} onClick={onCameIn}>
          {household[reader].cameIn}
        </Button>
        <Button icon={Lock} onClick={onProtection}>
          {protection[reader].ask}
        </Button>
        <Button onClick={onTrouble}>{rounds[reader].trouble}</Button>
        <Button onClick={onClose}>{say.close}</Button>
      </div>
    </>
  );
}

/** Each set apart from the next. */
function Listed({ of: words }: { of: readonly string[] }): ReactNode {
  return words.map((word, at) => (
    <Fragment key={word}>
      {at > 0 && ', '}
      <bdi>{word}</bdi>
    </Fragment>
  ));
}
