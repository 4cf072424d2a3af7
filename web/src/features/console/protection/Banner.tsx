import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { sayNames } from '../../../content/names.ts';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { Send } from '../send.ts';
import { AcceptOpen } from './AcceptOpen.tsx';
import { devicesThatAre } from './devices.ts';
import styles from './Protection.module.css';

/** [SAFE-2] On the screen for as long as it is so: that not everything here is for those in this room alone, whose device it is, and who is kept out for it. */
export function Banner({ view, send }: { view: RoomView; send: Send }): ReactNode {
  const open = devicesThatAre(view, 'unprotectedAccepted').map(({ says }) => says);
  const shutOut = devicesThatAre(view, 'unprotected');
  const until = view.console === null ? PROTECTION.untilHost : PROTECTION.untilYou;

  return (
    <div className={styles.banner}>
      <div role="status">
        {view.protection.is === 'unprotected' && (
          <Notice tone="attention" icon={LockOpen} heading={PROTECTION.open}>
            {open.length > 0 && <p>{PROTECTION.openWhose(sayNames(open))}</p>}
          </Notice>
        )}
      </div>
      {shutOut.map(({ session, says }) => (
        <Notice key={session} tone="attention" icon={LockOpen} heading={PROTECTION.shutOut(says)} live="status">
          <p>
            {until} {view.console !== null && PROTECTION.decide}
          </p>
          {session === view.me.session && <p>{PROTECTION.ownNext}</p>}
          <AcceptOpen session={session} whose={says} isBrief can={view.can} send={send} />
        </Notice>
      ))}
    </div>
  );
}
