import { type ReactNode, useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import styles from './Sheet.module.css';

interface SheetProps {
  readonly heading: ReactNode;
  /** Opened by the person's own tap. One that comes by itself is announced instead: nobody is torn away from what they type. */
  readonly takesFocus: boolean;
  /** Escape, from wherever one is. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question beside everything else: nothing is covered, nothing has to wait for it. Focus goes back to where it was. */
export function Sheet({ heading, takesFocus, onClose, children }: SheetProps): ReactNode {
  const id = useId();
  const sheet = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const opensByTap = useRef(takesFocus).current;
  const close = useEffectEvent(onClose);

  // Before the sheet is taken from the page: afterwards nothing tells where the focus was.
  useLayoutEffect(() => {
    const element = sheet.current;
    const before = document.activeElement;
    if (opensByTap) title.current?.focus();
    else element?.scrollIntoView({ block: 'nearest' });
    return () => {
      if (element?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, [opensByTap]);

  useEffect(() => {
    const press = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  return (
    <section ref={sheet} aria-labelledby={id} className={styles.sheet}>
      <h2 ref={title} id={id} tabIndex={-1} className={styles.heading}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
