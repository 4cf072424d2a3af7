import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ROUNDS } from '../../../content/staff/rounds.ts';
import { Labelled } from '../../../ui/Icon.tsx';
import { HelpMenu } from '../door/HelpMenu.tsx';
import type { Send } from '../send.ts';
import styles from './Rounds.module.css';
import { HINTS_FOR, type SensesLine } from './senses.ts';

const WORDS = ROUNDS.senses;
const NO_HELP = { hint: null, asked: null };

interface CannotLineProps {
  readonly line: SensesLine;
  readonly view: RoomView;
  readonly send: Send;
}

/** [ROST-4] Somebody who cannot see or hear the others, and what to do about it. */
export function CannotLine({ line, view, send }: CannotLineProps): ReactNode {
  const { device, name, role, cannot, isMe } = line;
  if (cannot === null) return null;
  const devices = (view.console?.roster ?? []).flatMap((person) => person.devices);
  const help = devices.find(({ session }) => session === device.session)?.help ?? NO_HELP;
  return (
    <li className={styles.cannot}>
      <p className={styles.grave}>
        <Labelled icon={TriangleAlert}>
          <bdi>{name}</bdi> {WORDS.says[cannot]}
        </Labelled>
      </p>
      <p>{view.console === null ? WORDS.hostHelps : WORDS.toDo[cannot]}</p>
      {!isMe && (
        <div className={styles.more}>
          <HelpMenu
            session={device.session}
            name={name}
            role={role}
            help={help}
            suggested={HINTS_FOR[cannot]}
            can={view.can}
            send={send}
          />
        </div>
      )}
    </li>
  );
}
