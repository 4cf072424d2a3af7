import type { Can, CanKey, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { Link2, Link2Off, RefreshCw, UserMinus } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { sayRole } from '../../content/people.ts';
import { ROSTER_STATES } from '../../content/staff/rosterStates.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock, sayDay } from '../../content/times.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Unseen } from '../../ui/Quiet.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { KeptApartFacts } from './KeptApartFacts.tsx';
import { linkState, linkWorks } from './linkState.ts';
import { type AskedFirst, type Asking, PersonQuestion } from './PersonQuestion.tsx';
import styles from './PersonRow.module.css';
import type { Act } from './useVisitView.ts';

const WORDS = VISIT_PAGE.link;

interface PersonRowProps {
  readonly visit: string;
  readonly roster: readonly RosterEntry[];
  readonly entry: RosterEntry;
  readonly isMe: boolean;
  readonly can: Can;
  readonly act: Act;
  readonly now: number;
  readonly askedFirst: AskedFirst;
}

/** One person of the plan: who, where they are now, and their link. */
export function PersonRow({ visit, roster, entry, isMe, can, act, now, askedFirst }: PersonRowProps): ReactNode {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    const why = await act({ type: 'invitation.issue', participant: entry.participant });
    setRefused(why);
    if (why === null) setAsking('link');
  };
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <p className={styles.name}>{entry.name}</p>
        <p className={styles.role}>{sayRole(entry.role, entry.relationship)}</p>
        <KeptApartFacts roster={roster} entry={entry} can={can} act={act} />
      </div>
      <Place entry={entry} isMe={isMe} now={now} mayIssue={can[`invitation.issue:${entry.participant}`]} />
      <Acts entry={entry} can={can} now={now} onMake={() => void make()} onAsk={setAsking} />
      {refused && (
        <Notice tone="danger" live="alert">
          <p>{refused}</p>
        </Notice>
      )}
      {asking !== null && (
        <PersonQuestion
          visit={visit}
          entry={entry}
          asking={asking}
          act={act}
          onClose={() => setAsking(null)}
          askedFirst={askedFirst}
        />
      )}
    </li>
  );
}

interface PlaceProps extends Pick<PersonRowProps, 'entry' | 'isMe' | 'now'> {
  readonly mayIssue: Can[CanKey];
}

/** Where somebody is now (ROST-2), and whether their link was made, sent, opened. */
function Place({ entry, isMe, now, mayIssue }: PlaceProps): ReactNode {
  return (
    <div className={styles.place}>
      <p>
        <Tag tone={entry.state === 'waiting' ? 'attention' : entry.state === 'here' ? 'good' : 'plain'}>
          {isMe ? VISIT_PAGE.you : ROSTER_STATES[entry.state]}
          {entry.since !== null && !isMe && ` ${sayClock(entry.since)}`}
        </Tag>
      </p>
      {!isMe && <p className={styles.link}>{sayLink(entry, now, mayIssue)}</p>}
    </div>
  );
}

function sayLink({ joinsBy, invitation }: RosterEntry, now: number, mayIssue: Can[CanKey]): string {
  if (joinsBy === 'signsIn') return VISIT_PAGE.signsIn;

  const state = linkState(invitation, now);
  if (invitation !== null && linkWorks(state)) {
    const { expiresAt } = invitation;
    return `${WORDS[state]}. ${WORDS.until(`${sayDay(expiresAt, now).toLowerCase()} ${sayClock(expiresAt)}`)}.`;
  }
  return mayIssue === 'purposeMissing' ? `${WORDS[state]}. ${WORDS.purposeFirst}` : WORDS[state];
}

interface ActsProps {
  readonly entry: RosterEntry;
  readonly can: Can;
  readonly now: number;
  readonly onMake: () => void;
  readonly onAsk: (asking: Asking) => void;
}

/** The one thing that is usually wanted, and the rest behind "More". */
function Acts({ entry, can, now, onMake, onAsk }: ActsProps): ReactNode {
  const [isMore, setMore] = useState(false);
  const rest = useId();
  const link = entry.joinsBy === 'link' && linkWorks(linkState(entry.invitation, now)) ? entry.invitation : null;
  const mayIssue = can[`invitation.issue:${entry.participant}`];
  const mayStop = link !== null && can[`invitation.revoke:${link.id}`] === 'yes';
  const mayWithdraw = can[`roster.withdraw:${entry.participant}`] === 'yes';
  return (
    <>
      <div className={styles.acts}>
        {link && (
          <Button icon={Link2} onClick={() => onAsk('link')}>
            {WORDS.show}
          </Button>
        )}
        {!link && mayIssue === 'yes' && (
          <Button icon={Link2} onClick={onMake}>
            {entry.invitation === null ? WORDS.make : WORDS.fresh}
          </Button>
        )}
        {(mayStop || mayWithdraw) && (
          <Button kind="quiet" aria-expanded={isMore} aria-controls={rest} onClick={() => setMore(!isMore)}>
            {VISIT_PAGE.more} <Unseen>{VISIT_PAGE.moreOf(entry.name)}</Unseen>
          </Button>
        )}
      </div>
      <div id={rest} hidden={!isMore} className={styles.more}>
        {link && mayIssue === 'yes' && (
          <Button icon={RefreshCw} onClick={() => onAsk('fresh')}>
            {WORDS.fresh}
          </Button>
        )}
        {mayStop && (
          <Button icon={Link2Off} onClick={() => onAsk('stop')}>
            {WORDS.stop}
          </Button>
        )}
        {mayWithdraw && (
          <Button icon={UserMinus} onClick={() => onAsk('withdraw')}>
            {VISIT_PAGE.withdraw}
          </Button>
        )}
      </div>
    </>
  );
}
