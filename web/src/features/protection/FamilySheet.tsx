import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { CircleCheck, Lock, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ProtectionWords, protection } from '../../content/family/protection.ts';
import { readerOf } from '../../content/family/reader.ts';
import { sayClock } from '../../content/times.ts';
import { Button } from '../../ui/Button.tsx';
import { Labelled } from '../../ui/Icon.tsx';
import styles from './FamilySheet.module.css';
import { SafetyPictures } from './SafetyPictures.tsx';
import { standing } from './standing.ts';

interface FamilySheetProps {
  readonly view: RoomView;
  readonly ownKey: string | null;
  readonly onClose: () => void;
}

/** [SAFE-2] Who can see and hear a family, in plain words, what that does not keep from them, and the pictures to read aloud. */
export function FamilySheet({ view, ownKey, onClose }: FamilySheetProps): ReactNode {
  const say = protection[readerOf(view.me.role)];

  return (
    <div className={styles.sheet}>
      <Says view={view} say={say} />
      <SafetyPictures
        view={view}
        ownKey={ownKey}
        words={{ list: say.pictures.heading, coming: say.pictures.coming }}
        before={<BeforePictures say={say} checkedAt={view.protection.checkedAt} />}
        none={null}
      />
      <Button onClick={onClose}>{say.close}</Button>
    </div>
  );
}

function Says({ view, say }: { view: RoomView; say: ProtectionWords }): ReactNode {
  const is = standing(view);
  switch (is) {
    case 'waiting':
      return [say.waitingWhy, say.waitingUnseen].map((words) => <p key={words}>{words}</p>);
    case 'settingUp':
      return <p>{say.notYet}</p>;
    case 'open':
    case 'ownOpen':
      return (
        <>
          <p className={styles.first}>
            <Labelled icon={LockOpen}>{is === 'ownOpen' ? say.ownOpen : say.open}</Labelled>
          </p>
          {(is === 'ownOpen' ? say.openMore.slice(1) : say.openMore).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </>
      );
    case 'locked':
      return (
        <>
          <p className={styles.first}>
            <Labelled icon={Lock}>{view.room.mark === null ? say.onlyThese : say.onlyInRoom}.</Labelled>
          </p>
          <p>{say.means.join(' ')}</p>
          <p>{say.limits}</p>
        </>
      );
  }
}

function BeforePictures({ say, checkedAt }: { say: ProtectionWords; checkedAt: number | null }): ReactNode {
  return (
    <>
      <h3 className={styles.heading}>{say.pictures.heading}</h3>
      <p>
        {say.pictures.what} {say.pictures.notTheSame}
      </p>
      {checkedAt !== null && (
        <p className={styles.checked}>
          <Labelled icon={CircleCheck}>{say.pictures.checked(sayClock(checkedAt))}</Labelled>
        </p>
      )}
    </>
  );
}
