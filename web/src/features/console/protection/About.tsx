import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { Lock, LockOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import type { Send } from '../send.ts';
import { Compare, type PicturesHere } from './Compare.tsx';
import styles from './Protection.module.css';

export interface ComparedHere {
  readonly pictures: PicturesHere;
  readonly onEnd: (() => void) | null;
}

interface AboutProps {
  readonly view: RoomView;
  readonly send: Send;
  readonly compared: ComparedHere;
}

/** [SAFE-2] For every professional: that nobody else sees and hears, and on a press what that means and the pictures. */
export function About({ view, send, compared }: AboutProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { me, protection } = view;
  const isLocked = protection.is === 'everyone' && me.protection.is === 'protected';
  const close = (): void => setOpen(false);
  const { onEnd } = compared;
  const end = (): void => {
    close();
    onEnd?.();
  };

  return (
    <div className={styles.about}>
      <Button kind="quiet" icon={isLocked ? Lock : LockOpen} onClick={() => setOpen(true)}>
        {isLocked ? sayOnly(view) : PROTECTION.ask}
      </Button>
      {isOpen && (
        <Dialog heading={PROTECTION.heading} onClose={close}>
          <Means view={view} isLocked={isLocked} />
          <Compare view={view} send={send} {...compared} onEnd={onEnd === null ? null : end} />
          <DialogActions>
            <Button onClick={close}>{PROTECTION.close}</Button>
          </DialogActions>
        </Dialog>
      )}
    </div>
  );
}

const sayOnly = ({ room }: RoomView): string => (room.mark === null ? PROTECTION.onlyThese : PROTECTION.onlyInRoom);

function Means({ view, isLocked }: { view: RoomView; isLocked: boolean }): ReactNode {
  if (isLocked) {
    return (
      <>
        <p className={styles.read}>{sayOnly(view)}.</p>
        <p>{PROTECTION.means}</p>
        <p>{PROTECTION.limits}</p>
      </>
    );
  }
  if (view.protection.is === 'everyone') return <p>{PROTECTION.notYet}</p>;

  return (
    <>
      <p className={styles.read}>{PROTECTION.open}</p>
      <p>{PROTECTION.openMeans}</p>
    </>
  );
}
