import { createContext, type ReactNode, type SyntheticEvent, useContext, useEffect, useId, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

/**
 * What has to stay in sight whatever is asked: a dialog takes everything under it out of reach, so it stands in each of them again.
 * It is given the way to close the dialog that it stands in.
 */
export const OverDialogs = createContext<((close: () => void) => ReactNode) | null>(null);

interface DialogProps {
  readonly heading: ReactNode;
  readonly onClose: () => void;
  /** For what does not fit a column of text. */
  readonly wide?: boolean;
  /** Nothing of the page is seen around it: for what is shown to somebody else, who may not know what stands there. */
  readonly covers?: boolean;
  readonly children: ReactNode;
}

/**
 * A question that has to be answered before anything else goes on. It is open as long as it is rendered; Escape closes it,
 * a press outside does not, so that nothing typed is lost by a slip. Focus goes to the heading and back to where it was.
 */
export function Dialog({ heading, onClose, wide = false, covers = false, children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const over = useContext(OverDialogs);

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element) return;
    // Safari before 15.4 has no showModal: there it lies over the page by style alone.
    if (typeof element.showModal === 'function') element.showModal();
    else element.setAttribute('open', '');
    title.current?.focus();
    return () => {
      if (typeof element.close === 'function') element.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const cancel = (event: SyntheticEvent): void => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, wide && styles.wide, covers && styles.covers)}
      aria-labelledby={titleId}
      aria-modal="true"
      onCancel={cancel}
    >
      {over?.(onClose)}
      <h2 ref={title} id={titleId} tabIndex={-1} className={styles.heading}>
        {heading}
      </h2>
      {children}
    </dialog>
  );
}

/** The answers of a dialog, the safest first in reading order. */
export function DialogActions({ children }: { children: ReactNode }): ReactNode {
  return <div className={styles.actions}>{children}</div>;
}
