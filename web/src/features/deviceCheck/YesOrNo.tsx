import { ArrowRight, Check as Tick, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './DeviceCheck.module.css';

interface YesOrNoProps {
  readonly words: { readonly why: string; readonly yes: string; readonly no: string; readonly advice: string };
  /** The answer that was given and needs the advice: in its place stands the way on, the other answer can still be given. */
  readonly advised: 'yes' | 'no' | null;
  readonly next: string;
  readonly onAnswer: (yes: boolean) => void;
  readonly onNext: () => void;
}

/** One question with two answers; neither is wrong. */
export function YesOrNo({ words, advised, next, onAnswer, onNext }: YesOrNoProps): ReactNode {
  const goOn = { kind: 'primary', icon: ArrowRight, onClick: onNext, children: next } as const;
  const yes = { icon: Tick, onClick: () => onAnswer(true), children: words.yes } as const;
  const no = { icon: X, onClick: () => onAnswer(false), children: words.no } as const;

  return (
    <>
      <p>{words.why}</p>
      <div role="status" className={styles.said}>
        {advised !== null && (
          <Notice>
            <p>{words.advice}</p>
          </Notice>
        )}
      </div>
      <Button large wide {...(advised === 'yes' ? goOn : yes)} />
      <Button large wide {...(advised === 'no' ? goOn : no)} />
    </>
  );
}
