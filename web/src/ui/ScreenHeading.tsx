import { type ReactNode, useEffect, useRef } from 'react';
import styles from './ScreenHeading.module.css';

interface ScreenHeadingProps {
  /** False for the screen that a page begins with: a page that is just loading must not take the focus. */
  readonly takesFocus?: boolean;
  /** Heard but not seen: where the screen shows by itself what it is. */
  readonly unseen?: boolean;
  readonly children: ReactNode;
}

/** What this screen is. Takes the focus when the screen comes, so that it is read out and the keyboard starts here. */
export function ScreenHeading({ takesFocus = true, unseen = false, children }: ScreenHeadingProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  return (
    <h1 ref={heading} tabIndex={-1} className={unseen ? styles.unseen : styles.heading}>
      {children}
    </h1>
  );
}
