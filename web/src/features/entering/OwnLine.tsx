import { RotateCw, Wifi } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { ENTERING } from '../../content/staff/entering.ts';
import type { KnownLine } from '../../media/useNetwork.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice, type Tone } from '../../ui/Notice.tsx';
import styles from './DeviceCheck.module.css';

const TONES: Readonly<Record<Exclude<KnownLine, 'testing'>, Tone>> = {
  good: 'good',
  fair: 'plain',
  poor: 'attention',
  failed: 'attention',
  busy: 'plain',
};

interface OwnLineProps {
  readonly line: KnownLine;
  readonly onTryAgain: () => void;
}

/** [JOIN-4] How one's own line is, in words, and what to do about it. Nobody has to wait for it. */
export function OwnLine({ line, onTryAgain }: OwnLineProps): ReactNode {
  const heading = useId();
  const { testing, again, ...words } = ENTERING.line;
  return (
    <section aria-labelledby={heading} className={styles.line}>
      <h2 id={heading} className={styles.section}>
        {words.heading}
      </h2>
      <div role="status">
        {line === 'testing' ? (
          <p className={styles.hint}>{testing}</p>
        ) : (
          <Notice tone={TONES[line]} icon={Wifi} heading={words[line].heading}>
            <p>{words[line].what}</p>
          </Notice>
        )}
      </div>
      {line !== 'testing' && line !== 'good' && (
        <Button icon={RotateCw} onClick={onTryAgain}>
          {again}
        </Button>
      )}
    </section>
  );
}
