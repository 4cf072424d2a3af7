import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { insideAnApp } from '../../content/family/join.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import styles from './Screens.module.css';

interface InsideAnAppProps {
  readonly onIphone: boolean;
  /** Puts the whole link where it can be pasted from; false when the app does not let it. */
  readonly onCopy: () => Promise<boolean>;
  readonly onStay: () => void;
}

/** Before the link is used: the way out of an app that will not lend its camera. Staying is always possible. */
export function InsideAnApp({ onIphone, onCopy, onStay }: InsideAnAppProps): ReactNode {
  const [copied, setCopied] = useState<boolean | null>(null);

  return (
    <div className={styles.screen}>
      <ScreenHeading takesFocus={false}>{insideAnApp.heading}</ScreenHeading>
      <p>{insideAnApp.why}</p>
      <section className={styles.card}>
        <h2 className={styles.small}>{insideAnApp.stepsHeading}</h2>
        <ol className={styles.steps}>
          {(onIphone ? insideAnApp.stepsOnIphone : insideAnApp.stepsElsewhere).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <Button kind="primary" large wide icon={Copy} onClick={() => void onCopy().then(setCopied)}>
        {insideAnApp.copy}
      </Button>
      {copied !== null && (
        <Notice tone={copied ? 'good' : 'attention'} live="status">
          <p>{copied ? insideAnApp.copied : insideAnApp.notCopied}</p>
        </Notice>
      )}
      <Button large wide onClick={onStay}>
        {insideAnApp.goOn}
      </Button>
    </div>
  );
}
