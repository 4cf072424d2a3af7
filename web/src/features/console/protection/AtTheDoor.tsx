import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { ProtectedIs } from '@doorstep/shared/visit/protection/state.ts';
import type { Can } from '@doorstep/shared/visit/viewShape.ts';
import { LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { Labelled } from '../../../ui/Icon.tsx';
import type { Send } from '../send.ts';
import { AcceptOpen } from './AcceptOpen.tsx';
import styles from './Protection.module.css';

interface AtTheDoorProps {
  readonly session: SessionId;
  readonly name: string;
  readonly is: ProtectedIs;
  readonly can: Can;
  readonly send: Send;
}

/** [SAFE-2] Of a device that cannot encrypt, before it is let in. */
export function AtTheDoor({ session, name, is, can, send }: AtTheDoorProps): ReactNode {
  if (is === 'protected' || is === 'notYet') return null;

  return (
    <>
      <p className={styles.warning}>
        <Labelled icon={LockOpen}>{is === 'unprotected' ? PROTECTION.atTheDoor : PROTECTION.accepted}</Labelled>
      </p>
      <AcceptOpen session={session} whose={name} can={can} send={send} />
    </>
  );
}
