import type { RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { WithName } from '../../ui/WithName.tsx';
import { AskFirst } from './AskFirst.tsx';
import { Confirm } from './Confirm.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import type { Act } from './useVisitView.ts';

const WORDS = VISIT_PAGE.link;

export type Asking = 'link' | 'fresh' | 'stop' | 'withdraw';

/** [PLAN-10] What is asked once before a link is shown, and what follows from the answer. */
export interface AskedFirst {
  readonly isDue: boolean;
  readonly onNobody: () => void;
  readonly onSomebody: () => void;
}

interface QuestionProps {
  readonly visit: string;
  readonly entry: RosterEntry;
  readonly asking: Asking;
  readonly act: Act;
  readonly onClose: () => void;
  readonly askedFirst: AskedFirst;
}

/** What is asked of the host before something is done with a person of the plan, and their link itself. */
export function PersonQuestion({ visit, entry, asking, act, onClose, askedFirst }: QuestionProps): ReactNode {
  const { name, participant, invitation } = entry;
  if (asking === 'withdraw') {
    const withdraw = () => act({ type: 'roster.withdraw', participant });
    const heading = <WithName says={VISIT_PAGE.withdrawHeading} name={name} />;
    const what = VISIT_PAGE.withdrawWhat;
    return <Confirm heading={heading} what={what} yes={VISIT_PAGE.withdraw} onYes={withdraw} onClose={onClose} />;
  }
  if (invitation === null) return null;
  if (asking === 'link' && askedFirst.isDue && entry.joinsBy === 'link') {
    const somebody = (): void => {
      onClose();
      askedFirst.onSomebody();
    };
    return <AskFirst onNobody={askedFirst.onNobody} onSomebody={somebody} onClose={onClose} />;
  }
  if (asking === 'link') {
    return (
      <LinkDialog
        visit={visit}
        name={name}
        invitation={invitation.id}
        sent={invitation.sent}
        act={act}
        onClose={onClose}
      />
    );
  }
  if (asking === 'fresh') {
    const issue = () => act({ type: 'invitation.issue', participant });
    return (
      <Confirm
        heading={<WithName says={WORDS.freshHeading} name={name} />}
        what={WORDS.freshWhat}
        yes={WORDS.fresh}
        onYes={issue}
        onClose={onClose}
      />
    );
  }
  const revoke = () => act({ type: 'invitation.revoke', invitation: invitation.id });
  return (
    <Confirm
      heading={<WithName says={WORDS.stopHeading} name={name} />}
      what={WORDS.stopWhat}
      yes={WORDS.stop}
      onYes={revoke}
      onClose={onClose}
    />
  );
}
