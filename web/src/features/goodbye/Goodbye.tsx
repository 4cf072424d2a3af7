import type { ReactNode } from 'react';
import { closingWords, goodbye } from '../../content/family/goodbye.ts';
import type { Reader } from '../../content/family/reader.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import styles from './Goodbye.module.css';

/** Every way in which it is over, or over for now. */
export type Ending = keyof (typeof goodbye)['adult'];

interface GoodbyeProps {
  readonly why: Ending;
  readonly reader: Reader;
  /** What the worker said when ending it for everyone. */
  readonly words: string | null;
  /** The one thing to do next; left out where it would be refused. */
  readonly onAct: (() => void) | null;
  readonly busy: boolean;
}

/** How it ended, in a few kind words, and what to do next. */
export function Goodbye({ why, reader, words, onAct, busy }: GoodbyeProps): ReactNode {
  const { heading, body, offer, action } = goodbye[reader][why];

  return (
    <div className={styles.screen}>
      <ScreenHeading key={why}>{heading}</ScreenHeading>
      {words !== null && (
        <figure className={styles.words}>
          <figcaption>{closingWords.from}</figcaption>
          <blockquote>{words}</blockquote>
        </figure>
      )}
      {body.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {action !== '' && onAct !== null && (
        <>
          <p>{offer}</p>
          <Button kind="primary" large wide busy={busy} onClick={onAct}>
            {action}
          </Button>
        </>
      )}
    </div>
  );
}
