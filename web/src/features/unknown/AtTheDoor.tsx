import type { Can, LobbyEntry } from '@doorstep/shared/visit/viewShape.ts';
import { DoorOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './UnknownAlerts.module.css';
import type { Act } from './UnknownAlerts.tsx';

const WORDS = UNKNOWN.door;

interface AtTheDoorProps {
  readonly entry: LobbyEntry;
  readonly can: Can;
  readonly act: Act;
}

/** A waiting device that nobody expected: not let in, or let in and asked there. Letting in settles nothing. */
export function AtTheDoor({ entry: { session, deniedBefore }, can, act }: AtTheDoorProps): ReactNode {
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const mayAdmit = can[`lobby.admit:${session}`] ?? 'notYours';
  const press = async (type: 'lobby.admit' | 'lobby.deny'): Promise<void> => {
    setBusy(true);
    setRefused(await act({ type, session }));
    setBusy(false);
  };
  return (
    <>
      {deniedBefore && <p className={styles.facts}>{WORDS.deniedBefore}</p>}
      <div className={styles.acts}>
        <Button busy={isBusy} onClick={() => void press('lobby.deny')}>
          {deniedBefore ? WORDS.denyAndStop : WORDS.deny}
        </Button>
        <Button
          icon={DoorOpen}
          busy={isBusy}
          unable={mayAdmit === 'yes' ? null : STAFF_REFUSALS[mayAdmit]}
          onClick={() => void press('lobby.admit')}
        >
          {WORDS.admit}
        </Button>
      </div>
      {refused && <p role="alert">{refused}</p>}
    </>
  );
}
