import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Can, MatterView } from '@doorstep/shared/visit/viewShape.ts';
import { DoorOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './UnknownAlerts.module.css';
import type { Act } from './UnknownAlerts.tsx';

const WORDS = UNKNOWN.door;

interface AtTheDoorProps {
  readonly matter: MatterView;
  readonly can: Can;
  readonly act: Act;
}

/** What can be done at once about a matter whose device waits at the door; nothing for one that does not. */
export function AtTheDoor({ matter: { about, place }, can, act }: AtTheDoorProps): ReactNode {
  if (place.is !== 'door' || about.session === null) return null;
  return <Waits session={about.session} deniedBefore={place.deniedBefore} can={can} act={act} />;
}

interface WaitsProps extends Pick<AtTheDoorProps, 'can' | 'act'> {
  readonly session: SessionId;
  readonly deniedBefore: boolean;
}

/** A waiting device that nobody expected: not let in, or let in by the host and asked there. Letting in settles nothing. */
function Waits({ session, deniedBefore, can, act }: WaitsProps): ReactNode {
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const mayAdmit = can[`lobby.admit:${session}`];
  // [PRIV-5] Among several main rooms the host chooses where they are named by their people.
  const hasChoice = Object.keys(can).some((key) => key.startsWith(`lobby.admit:${session}:`));
  const mayDeny = can[`lobby.deny:${session}`] === 'yes';
  const press = async (type: 'lobby.admit' | 'lobby.deny'): Promise<void> => {
    setBusy(true);
    setRefused(await act({ type, session }));
    setBusy(false);
  };
  return (
    <>
      {mayDeny && deniedBefore && <p className={styles.facts}>{WORDS.deniedBefore}</p>}
      <div className={styles.acts}>
        {mayDeny && (
          <Button busy={isBusy} onClick={() => void press('lobby.deny')}>
            {deniedBefore ? WORDS.denyAndStop : WORDS.deny}
          </Button>
        )}
        {mayAdmit !== undefined && !hasChoice && (
          <Button
            icon={DoorOpen}
            busy={isBusy}
            unable={mayAdmit === 'yes' ? null : STAFF_REFUSALS[mayAdmit]}
            onClick={() => void press('lobby.admit')}
          >
            {WORDS.admit}
          </Button>
        )}
      </div>
      {hasChoice && <p className={styles.facts}>{WORDS.choose}</p>}
      {mayAdmit === undefined && <p className={styles.facts}>{WORDS.hostAdmits}</p>}
      {refused && <p role="alert">{refused}</p>}
    </>
  );
}
