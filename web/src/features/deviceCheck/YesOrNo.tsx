import { ArrowRight, Check as Tick, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface YesOrNoProps {
  readonly words: { readonly why: string; readonly yes: string; readonly no: string; readonly advice: string };
  /** After the answer that needs it: the advice, and on. */
  readonly isAdvised: boolean;
  readonly next: string;
  readonly onAnswer: (yes: boolean) => void;
  readonly onNext: () => void;
}

/** One question with two answers; neither is wrong. */
export function YesOrNo({ words, isAdvised, next, onAnswer, onNext }: YesOrNoProps): ReactNode {
  return (
    <>
      <p>{words.why}</p>
      <div role="status">
        {isAdvised && (
          <Notice>
            <p>{words.advice}</p>
          </Notice>
        )}
      </div>
      {isAdvised ? (
        <Button kind="primary" large wide icon={ArrowRight} onClick={onNext}>
          {next}
        </Button>
      ) : (
        <>
          <Button large wide icon={Tick} onClick={() => onAnswer(true)}>
            {words.yes}
          </Button>
          <Button large wide icon={X} onClick={() => onAnswer(false)}>
            {words.no}
          </Button>
        </>
      )}
    </>
  );
}
