import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Can } from '@doorstep/shared/visit/viewShape.ts';
import { LockOpen, Phone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { Button } from '../../../ui/Button.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import styles from './Protection.module.css';

interface AcceptOpenProps {
  readonly session: SessionId;
  /** Of whom, for those who listen. */
  readonly whose: string;
  /** What follows from it stands beside this already. */
  readonly isBrief?: boolean;
  readonly can: Can;
  readonly send: Send;
}

/** [SAFE-2] A device cannot encrypt: the host answers for going on all the same, or phones instead. Nothing for anybody else. */
export function AcceptOpen({ session, whose, isBrief = false, can, send }: AcceptOpenProps): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const [isTold, setTold] = useState(false);
  if (can[`protection.accept:${session}`] !== 'yes') return null;

  const phone = async (): Promise<void> => setTold(await act({ type: 'help.send', session, hint: 'weWillPhone' }));
  return (
    <div className={styles.choice}>
      {!isBrief && <p>{PROTECTION.decide}</p>}
      <div className={styles.acts}>
        <Button icon={LockOpen} busy={isBusy} onClick={() => void act({ type: 'protection.accept', session })}>
          {PROTECTION.accept} <Unseen>({whose})</Unseen>
        </Button>
        {can[`help.send:${session}`] === 'yes' && !isTold && (
          <Button icon={Phone} busy={isBusy} onClick={() => void phone()}>
            {PROTECTION.phone} <Unseen>({whose})</Unseen>
          </Button>
        )}
      </div>
      <p role="status">{isTold && PROTECTION.phoneTold}</p>
      {refused && <p role="alert">{refused}</p>}
    </div>
  );
}
