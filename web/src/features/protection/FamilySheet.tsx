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
import { type Standing, standing } from './standing.ts';
import type { ComparedIs } from './useComparedHere.ts';

interface FamilySheetProps {
  readonly view: RoomView;
  readonly ownKey: string | null;
  readonly compared: ComparedIs;
  readonly onClose: () => void;
}

/** [SAFE-2] Who can see and hear a family, in plain words, what that does not keep from them, and the pictures to read aloud. */
export function FamilySheet({ view, ownKey, compared, onClose }: FamilySheetProps): ReactNode {
  const say = protection[readerOf(view.me.role)];

  return (
    <div className={styles.sheet}>
      <Lead view={view} say={say} />
      <SafetyPictures
        view={view}
        ownKey={ownKey}
        words={{ list: say.pictures.heading, coming: say.pictures.coming }}
        before={<h3 className={styles.heading}>{say.pictures.heading}</h3>}
        after={<AfterPictures say={say} compared={compared} checkedAt={view.protection.checkedAt} />}
        none={null}
      />
      <More view={view} say={say} />
      <Button onClick={onClose}>{say.close}</Button>
    </div>
  );
}

interface SaysProps {
  readonly view: RoomView;
  readonly say: ProtectionWords;
}

/** What is so, in a sentence; the pictures come right after it, where a child finds them who is asked to read them out. */
function Lead({ view, say }: SaysProps): ReactNode {
  const is = standing(view);
  const isLocked = is === 'locked';
  const words: Readonly<Record<Standing, string>> = {
    locked: `${view.room.mark === null ? say.onlyThese : say.onlyInRoom}.`,
    settingUp: say.notYet,
    open: say.open,
    ownOpen: say.ownOpen,
    waiting: say.waitingWhy,
  };

  return (
    <p className={styles.first}>
      <Labelled icon={isLocked ? Lock : LockOpen}>{words[is]}</Labelled>
    </p>
  );
}

/** What that means. */
function More({ view, say }: SaysProps): ReactNode {
  const words: Readonly<Record<Standing, readonly string[]>> = {
    locked: [say.means.join(' '), say.limits],
    settingUp: [],
    open: say.openMore,
    ownOpen: say.openMore.slice(1),
    waiting: [say.waitingUnseen, say.waitingNext],
  };

  return words[standing(view)].map((one) => <p key={one}>{one}</p>);
}

interface AfterPicturesProps extends Pick<FamilySheetProps, 'compared'> {
  readonly say: ProtectionWords;
  readonly checkedAt: number | null;
}

function AfterPictures({ say, compared, checkedAt }: AfterPicturesProps): ReactNode {
  return (
    <>
      {compared === 'same' && checkedAt !== null && (
        <p className={styles.checked}>
          <Labelled icon={CircleCheck}>{say.pictures.checked(sayClock(checkedAt))}</Labelled>
        </p>
      )}
      <div role="status">{compared === 'over' && <p className={styles.new}>{say.pictures.notChecked}</p>}</div>
      <p>
        {say.pictures.what} {say.pictures.notTheSame}
      </p>
    </>
  );
}
