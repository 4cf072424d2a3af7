import type { HelpHint } from '@doorstep/shared/visit/checks/state.ts';
import { Check, Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';
import { hints, hintWords } from '../../content/family/hints.ts';
import type { Reader } from '../../content/family/reader.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { WithName } from '../../ui/WithName.tsx';
import styles from './Hint.module.css';

interface HintProps {
  /** The newest that the host sent; null for none. */
  readonly hint: HelpHint | null;
  readonly reader: Reader;
  /** Whose tip it is. */
  readonly from: string;
  /** To send `help.dismiss`. */
  readonly onDone: () => void;
}

/** [JOIN-6] A tip from the host, at once, read aloud, on whatever screen the person is. Render it always: what it says comes and goes. */
export function Hint({ hint, reader, from, onDone }: HintProps): ReactNode {
  const done = (): void => {
    onDone();
    // The button goes, and a keyboard would be nowhere: it starts again at the heading of the screen.
    document.querySelector('h1')?.focus({ preventScroll: true });
  };

  return (
    <div role="alert" className={styles.place}>
      {hint !== null && (
        <>
          <Notice icon={Lightbulb} heading={<WithName says={hintWords.from} name={from} />}>
            <p>{hints[reader][hint]}</p>
          </Notice>
          <Button wide icon={Check} onClick={done}>
            {hintWords.done}
          </Button>
        </>
      )}
    </div>
  );
}
