import type { HelpAsked } from '@doorstep/shared/visit/checks/state.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Can } from '@doorstep/shared/visit/viewShape.ts';
import { Phone, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { HELP } from '../../../content/staff/help.ts';
import { Button } from '../../../ui/Button.tsx';
import { Labelled } from '../../../ui/Icon.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import { WithName } from '../../../ui/WithName.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import styles from './Help.module.css';

interface AskedProps {
  readonly session: SessionId;
  readonly name: string;
  readonly what: HelpAsked | null;
  readonly can: Can;
  readonly send: Send;
}

/** [JOIN-6] What somebody asks of the host; it stays until it has been seen to. */
export function Asked({ session, name, what, can, send }: AskedProps): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  if (what === null) return null;
  return (
    <>
      <div className={styles.asked}>
        <Labelled icon={what === 'phoneMe' ? Phone : TriangleAlert}>
          <WithName says={HELP.asked[what]} name={name} />
        </Labelled>
        {can[`help.close:${session}`] === 'yes' && (
          <Button busy={isBusy} onClick={() => void act({ type: 'help.close', session })}>
            {HELP.done} <Unseen>{HELP.doneFor(name)}</Unseen>
          </Button>
        )}
      </div>
      {refused && <p role="alert">{refused}</p>}
    </>
  );
}
