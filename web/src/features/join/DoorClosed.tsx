import type { ReactNode } from 'react';
import { doorClosed } from '../../content/family/join.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import styles from './Screens.module.css';

export type WhyClosed = 'noLink' | 'closed' | 'crowded' | 'unreachable';

interface DoorClosedProps {
  readonly why: WhyClosed;
  readonly trying: boolean;
  readonly onTryAgain: () => void;
}

const HEADINGS: Readonly<Record<WhyClosed, string>> = {
  noLink: doorClosed.noLinkHeading,
  closed: doorClosed.closedHeading,
  crowded: doorClosed.crowdedHeading,
  unreachable: doorClosed.offlineHeading,
};

const WORDS: Readonly<Record<WhyClosed, readonly string[]>> = {
  noLink: doorClosed.noLink,
  closed: doorClosed.closed,
  crowded: doorClosed.crowded,
  unreachable: doorClosed.offline,
};

/** No way in with what is here. Whether a link never was, has run out or was taken back is not said: it is nobody's business. */
export function DoorClosed({ why, trying, onTryAgain }: DoorClosedProps): ReactNode {
  return (
    <div className={styles.screen}>
      <ScreenHeading key={why}>{HEADINGS[why]}</ScreenHeading>
      {WORDS[why].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {(why === 'unreachable' || why === 'crowded') && (
        <Button kind="primary" large wide busy={trying} onClick={onTryAgain}>
          {doorClosed.tryAgain}
        </Button>
      )}
    </div>
  );
}
