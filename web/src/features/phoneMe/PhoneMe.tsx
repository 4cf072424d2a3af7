import type { HelpAsked } from '@doorstep/shared/visit/checks/state.ts';
import { Phone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { phoneMe } from '../../content/family/phoneMe.ts';
import type { Reader } from '../../content/family/reader.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { WithName } from '../../ui/WithName.tsx';

interface PhoneMeProps {
  /** What this device has asked for already. */
  readonly asked: HelpAsked | null;
  readonly reader: Reader;
  /** Who will call. */
  readonly worker: string;
  /** To send `help.ask`; answers once the visit has it. */
  readonly onAsk: (what: 'phoneMe' | 'nothing') => Promise<unknown>;
}

/** [JOIN-4] “Please phone me instead”: who sees it, what happens next, and how to take it back. */
export function PhoneMe({ asked, reader, worker, onAsk }: PhoneMeProps): ReactNode {
  const say = phoneMe[reader];
  const [asking, setAsking] = useState(false);
  const ask = (what: 'phoneMe' | 'nothing'): void => {
    setAsking(true);
    void onAsk(what).finally(() => setAsking(false));
  };

  const isAsked = asked === 'phoneMe';

  // One and the same button throughout, so that a keyboard stays where it was.
  return (
    <>
      <div role="status">
        {isAsked && (
          <Notice tone="good" icon={Phone} heading={say.askedHeading}>
            <p>
              <WithName says={say.next} name={worker} />
            </p>
            <p>{say.meanwhile}</p>
          </Notice>
        )}
      </div>
      <Button
        kind="quiet"
        wide
        icon={isAsked ? undefined : Phone}
        busy={asking}
        onClick={() => ask(isAsked ? 'nothing' : 'phoneMe')}
      >
        {isAsked ? say.takeBack : asking ? say.asking : say.ask}
      </Button>
    </>
  );
}
