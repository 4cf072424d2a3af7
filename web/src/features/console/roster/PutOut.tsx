import type { Can } from '@doorstep/shared/visit/viewShape.ts';
import { MonitorX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { CONSOLE } from '../../../content/staff/console.ts';
import { SHELL } from '../../../content/staff/shell.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import { WithName } from '../../../ui/WithName.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import { nameOfDevice } from './facts.ts';
import type { LineDevice, RosterLine } from './rosterLines.ts';

const WORDS = CONSOLE.roster;

interface PutOutProps {
  readonly line: RosterLine;
  readonly device: LineDevice;
  readonly can: Can;
  readonly send: Send;
}

/** [ROST-5] One of somebody's devices was left behind or is in other hands: it goes, they stay. Says what that does, then does it. */
export function PutOut({ line, device, can, send }: PutOutProps): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const { act, isBusy, refused } = useAct(send);
  const { session } = device.seen;
  if (can[`lobby.putOut:${session}`] !== 'yes' && !isAsking) return null;

  const name = nameOfDevice(device).toLowerCase();
  const close = (): void => setAsking(false);
  const putOut = async (): Promise<void> => {
    if (await act({ type: 'lobby.putOut', session })) close();
  };
  return (
    <>
      <Button kind="quiet" icon={MonitorX} onClick={() => setAsking(true)}>
        {WORDS.putOutWhich(name)} <Unseen>{line.name}</Unseen>
      </Button>
      {isAsking && (
        <Dialog
          heading={<WithName says={(whose) => WORDS.putOutHeading(whose, name)} name={line.name} />}
          onClose={close}
        >
          <p>
            <WithName says={WORDS.putOutWhat} name={line.name} />
          </p>
          {refused && (
            <Notice tone="danger" live="alert">
              <p>{refused}</p>
            </Notice>
          )}
          <DialogActions>
            <Button onClick={close}>{SHELL.cancel}</Button>
            <Button kind="danger" busy={isBusy} onClick={() => void putOut()}>
              {WORDS.putOutWhich(name)}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
