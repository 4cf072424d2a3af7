import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { Can, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { ChevronDown, ChevronUp, Info, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ROSTER } from '../../../content/staff/roster.ts';
import { Icon, Labelled } from '../../../ui/Icon.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { AcceptOpen } from '../protection/AcceptOpen.tsx';
import { SaidAlone } from '../rooms/SaidAlone.tsx';
import type { Send } from '../send.ts';
import { Beside } from './Beside.tsx';
import { Details } from './Details.tsx';
import { type Exception, exceptionsOf, type Surroundings } from './exceptions.ts';
import { sayFacts } from './facts.ts';
import styles from './PersonRow.module.css';
import { mayRaise, type Raise } from './RaiseHere.tsx';
import { besideOf, type LineDevice, type RosterLine } from './rosterLines.ts';
import { type StateWords, sayState } from './sayState.ts';

/** Where the focus goes when somebody is to be looked at. */
export const rowIdOf = (participant: ParticipantId): string => `person-${participant}`;

interface PersonRowProps {
  readonly line: RosterLine;
  readonly view: RoomView;
  readonly around: Surroundings;
  readonly isAsked: boolean;
  readonly isMe: boolean;
  readonly can: Can;
  readonly send: Send;
  readonly onRaise: Raise;
  readonly onRemove: () => void;
}

/** At the door it is asked beside the way in. */
const isSeated = ({ place }: LineDevice): boolean => place === 'inside' || place === 'elsewhere';

/** One person: quiet while all is as it should be; what is not stands out; the rest on a press. */
export function PersonRow(props: PersonRowProps): ReactNode {
  const { line, around } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={styles.row}>
      <div className={styles.top}>
        <Name {...props} isOpen={isOpen} onOpen={setOpen} />
        <State words={sayState(line, around)} />
      </div>
      <Exceptions exceptions={exceptionsOf(line, around)} />
      {line.devices.filter(isSeated).map(({ seen }) => (
        <AcceptOpen
          key={seen.session}
          session={seen.session}
          whose={line.name}
          isBrief
          can={props.can}
          send={props.send}
        />
      ))}
      <p className={styles.facts}>{sayFacts(line)}</p>
      <Beside beside={besideOf(line)} introducing={around.introducing} />
      <SaidAlone line={line} can={props.can} send={props.send} />
      {isOpen && <Details {...props} />}
    </li>
  );
}

interface NameProps extends Pick<PersonRowProps, 'line' | 'isMe' | 'can'> {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** With a press for more, for whom there is more. */
function Name({ line, isMe, can, isOpen, onOpen }: NameProps): ReactNode {
  const id = rowIdOf(line.participant);
  const you = isMe && <span className={styles.soft}>({ROSTER.you})</span>;
  const mayObserve = can[`observation.note:${line.participant}`] !== undefined;
  const isTold = line.addedLate || line.devices.some(({ told }) => told !== null);
  const hasMore = isTold || mayObserve || mayRaise(line, isMe, can);
  if (!hasMore) {
    return (
      <p id={id} tabIndex={-1} className={styles.name}>
        <bdi>{line.name}</bdi> {you}
      </p>
    );
  }
  return (
    <button type="button" id={id} className={styles.name} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
      <bdi>{line.name}</bdi> {you}
      <Icon of={isOpen ? ChevronUp : ChevronDown} />
      <Unseen>{ROSTER.more}</Unseen>
    </button>
  );
}

function Exceptions({ exceptions }: { exceptions: readonly Exception[] }): ReactNode {
  if (exceptions.length === 0) return null;
  return (
    <ul>
      {exceptions.map(({ says, grave }) => (
        <li key={says} className={grave ? styles.grave : styles.mild}>
          <Labelled icon={grave ? TriangleAlert : Info}>{says}</Labelled>
        </li>
      ))}
    </ul>
  );
}

/** What is ordinary is said without a frame. */
function State({ words: { says, isUrgent } }: { words: StateWords }): ReactNode {
  return isUrgent ? <Tag tone="attention">{says}</Tag> : <span className={styles.state}>{says}</span>;
}
