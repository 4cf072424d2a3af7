import type { SafetyMember } from '@doorstep/shared/sframe/safetyCode.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { drawingOf, PICTURES, type PictureName } from '../../content/family/pictures.ts';
import { safetyMembers } from './members.ts';
import styles from './SafetyPictures.module.css';
import { useSafetyCode } from './useSafetyCode.ts';

interface PictureWords {
  /** What is said of all of them, for those who listen. */
  readonly list: string;
  readonly coming: string;
}

interface SafetyPicturesProps {
  readonly view: RoomView;
  /** What this device itself encrypts with; null while it has nothing. */
  readonly ownKey: string | null;
  readonly words: PictureWords;
  /** Over and under the pictures, where there are any. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  /** In their place, where there is nobody to be compared with. */
  readonly none: ReactNode;
}

/** [SAFE-2] What everybody in the room sees the same of, when nobody stands between them. Worked out only while it is on the screen. */
export function SafetyPictures({ view, ownKey, words, before, after, none }: SafetyPicturesProps): ReactNode {
  const members = safetyMembers(view, ownKey);

  if (members === null) return none;

  return (
    <>
      {before}
      <OfMembers members={members} fresh={view.protection.number} words={words} />
      {after}
    </>
  );
}

interface OfMembersProps extends Pick<SafetyPicturesProps, 'words'> {
  readonly members: readonly SafetyMember[];
  readonly fresh: string | null;
}

function OfMembers({ members, fresh, words }: OfMembersProps): ReactNode {
  const code = useSafetyCode(members, fresh);

  return (
    <>
      <p role="status" className={styles.coming}>
        {code === null && words.coming}
      </p>
      {code !== null && <Pictures code={code} label={words.list} />}
    </>
  );
}

/** In their order, each with its name. */
export function Pictures({ code, label }: { code: readonly number[]; label: string }): ReactNode {
  return (
    <ol className={styles.pictures} aria-label={label}>
      {code
        .flatMap((number) => PICTURES[number] ?? [])
        .map((name, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture may come twice; its place is what it is known by
          <li key={place}>
            <Drawing of={name} />
            <span>{name}</span>
          </li>
        ))}
    </ol>
  );
}

function Drawing({ of: name }: { of: PictureName }): ReactNode {
  return (
    <svg aria-hidden="true" focusable="false" className={styles.drawing}>
      <use href={drawingOf(name)} />
    </svg>
  );
}
