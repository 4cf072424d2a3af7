import type { Mark } from '@doorstep/shared/visit/rooms/state.ts';
import { type ReactNode, useId } from 'react';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { RoomShape } from '../../../ui/RoomShape.tsx';
import styles from './RoomsPanel.module.css';

interface MarkChoiceProps {
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly value: Mark | null;
  readonly onValue: (mark: Mark) => void;
}

/** One of the marks that are free, each by colour, shape and word. */
export function MarkChoice({ label, marks, value, onValue }: MarkChoiceProps): ReactNode {
  const name = useId();
  return (
    <fieldset className={styles.marks}>
      <legend>{label}</legend>
      {marks.map((mark) => (
        <label key={mark} className={styles.mark}>
          <input type="radio" name={name} checked={mark === value} onChange={() => onValue(mark)} />
          <RoomShape colour={mark} />
          <span>{ROOMS.looks[mark]}</span>
        </label>
      ))}
    </fieldset>
  );
}
