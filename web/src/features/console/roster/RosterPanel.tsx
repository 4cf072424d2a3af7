import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { Settings2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { CONSOLE } from '../../../content/staff/console.ts';
import { ROSTER } from '../../../content/staff/roster.ts';
import { Button } from '../../../ui/Button.tsx';
import { About, type ComparedHere } from '../protection/About.tsx';
import { NotSaid } from '../protection/NotSaid.tsx';
import { sensesAskedAt } from '../rounds/senses.ts';
import type { Send } from '../send.ts';
import { useNow } from '../useNow.ts';
import { AskWho } from './AskWho.tsx';
import type { Surroundings } from './exceptions.ts';
import { LookAt } from './LookAt.tsx';
import { PersonRow } from './PersonRow.tsx';
import type { Raise } from './RaiseHere.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import styles from './RosterPanel.module.css';
import { isIntroducing, type RosterLine, rosterLines } from './rosterLines.ts';

interface RosterPanelProps {
  readonly view: RoomView;
  readonly send: Send;
  /** Here too, because small screens have no room for it among the controls. */
  readonly onDevices: () => void;
  readonly onRaise: Raise;
  readonly compared: ComparedHere;
}

/** [ROST-1] [ROST-2] Everyone of the visit: where they are, how they are known, with which devices, who is beside them; what is amiss first. */
export function RosterPanel({ view, send, onDevices, onRaise, compared }: RosterPanelProps): ReactNode {
  const [removing, setRemoving] = useState<RosterLine | null>(null);
  const now = useNow(10_000);
  const lines = rosterLines(view);
  const around: Surroundings = {
    introducing: isIntroducing(lines),
    lateFrom: view.console?.lateFrom ?? null,
    now,
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must be able to reach what is below
    <section className={styles.panel} aria-labelledby="roster" tabIndex={0}>
      <h2 id="roster" className={styles.heading}>
        {ROSTER.heading}
      </h2>
      <About view={view} send={send} compared={compared} />
      <NotSaid view={view} />
      <LookAt lines={lines} around={around} />
      <ul>
        {lines.map((line) => (
          <PersonRow
            key={line.participant}
            line={line}
            view={view}
            around={around}
            isAsked={view.console !== null && sensesAskedAt(view) !== null}
            isMe={line.participant === view.me.participant}
            can={view.can}
            send={send}
            onRaise={onRaise}
            onRemove={() => setRemoving(line)}
          />
        ))}
      </ul>
      <Everybody view={view} lines={lines} send={send} />
      <div className={styles.narrow}>
        <Button icon={Settings2} onClick={onDevices}>
          {CONSOLE.controls.devices}
        </Button>
      </div>
      {removing && <RemoveDialog line={removing} send={send} onClose={() => setRemoving(null)} />}
    </section>
  );
}

interface EverybodyProps extends Pick<RosterPanelProps, 'view' | 'send'> {
  readonly lines: readonly RosterLine[];
}

/** [JOIN-5] The question to all of the family at once, and how many have not answered it. */
function Everybody({ view, lines, send }: EverybodyProps): ReactNode {
  const asked = lines.filter(({ devices }) => devices.some(({ told }) => told?.saidWho === 'asked')).length;
  return (
    <div className={styles.everybody}>
      <AskWho participant={null} name={null} can={view.can} send={send} />
      {asked > 0 && <p role="status">{ROSTER.askedEverybody(asked)}</p>}
    </div>
  );
}
