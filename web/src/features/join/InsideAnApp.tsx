import { Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { type App, apps, insideAnApp } from '../../content/family/apps.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import styles from './Screens.module.css';

interface InsideAnAppProps {
  readonly app: App;
  readonly onApple: boolean;
  /**
   * Puts the link's secret back into the address while this is shown, since an app's own “open in browser” opens the address as it is then;
   * the function that it returns takes it out again.
   */
  readonly showLink: () => () => void;
  /** Puts the whole link where it can be pasted from; false when the app does not let it. */
  readonly onCopy: () => Promise<boolean>;
  readonly onStay: () => void;
}

/** [JOIN-9] Before the link is used: the way out of an app that will not lend its camera. Staying is always possible. */
export function InsideAnApp({ app, onApple, showLink, onCopy, onStay }: InsideAnAppProps): ReactNode {
  const { name, onIphone, elsewhere } = apps[app];
  const ownWay = onApple ? onIphone : elsewhere;
  const copyWay = onApple ? insideAnApp.copyOnIphone : insideAnApp.copyElsewhere;
  // biome-ignore lint/correctness/useExhaustiveDependencies: as long as this screen is shown.
  useEffect(showLink, []);

  return (
    <div className={styles.screen}>
      <ScreenHeading takesFocus={false}>{insideAnApp.heading(name)}</ScreenHeading>
      <p>{insideAnApp.why}</p>
      {ownWay.length > 0 && <Steps heading={insideAnApp.whatToDo} steps={ownWay} />}
      <Steps heading={ownWay.length > 0 ? insideAnApp.orCopy : insideAnApp.whatToDo} steps={copyWay} />
      <CopyLink copied={onApple ? insideAnApp.copiedOnIphone : insideAnApp.copiedElsewhere} onCopy={onCopy} />
      <Button large wide onClick={onStay}>
        {insideAnApp.goOn}
      </Button>
    </div>
  );
}

function Steps({ heading, steps }: { heading: string; steps: readonly string[] }): ReactNode {
  return (
    <section className={styles.card}>
      <h2 className={styles.small}>{heading}</h2>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

function CopyLink({ copied, onCopy }: { copied: string; onCopy: () => Promise<boolean> }): ReactNode {
  const [done, setDone] = useState<boolean | null>(null);

  return (
    <>
      <Button kind="primary" large wide icon={Copy} onClick={() => void onCopy().then(setDone)}>
        {insideAnApp.copy}
      </Button>
      <div role="status">
        {done !== null && (
          <Notice tone={done ? 'good' : 'attention'}>
            <p>{done ? copied : insideAnApp.notCopied}</p>
          </Notice>
        )}
      </div>
    </>
  );
}
