import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useState } from 'react';
import { readerOf } from '../../../content/family/reader.ts';
import { type RoomWords, rooms } from '../../../content/family/rooms.ts';
import { sayNames } from '../../../content/names.ts';
import { FAMILY_REFUSALS } from '../../../content/refusals.ts';
import { Button } from '../../../ui/Button.tsx';
import { RoomShape } from '../../../ui/RoomShape.tsx';
import { WithName } from '../../../ui/WithName.tsx';
import type { VisitClient } from '../../../visit/VisitClient.ts';
import { partOf } from '../part.ts';
import styles from './Invited.module.css';

type Invitation = NonNullable<RoomView['invitedTo']>;

interface InvitedProps {
  readonly view: RoomView;
  readonly visit: Pick<VisitClient, 'send'>;
}

/** [PRIV-7] Where this person is asked to come, who is there, and their answer. Whoever helps them comes along unless they say otherwise (PRIV-6). */
export function Invited({ view, visit }: InvitedProps): ReactNode {
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { invitedTo } = view;
  if (invitedTo === null) return null;

  const say = rooms[readerOf(view.me.role)];
  const answer = async (comes: boolean, alone: boolean): Promise<void> => {
    setBusy(true);
    const answered = await visit.send({ type: 'room.answer', comes, alone });
    setBusy(false);
    setRefused(answered.ok ? null : FAMILY_REFUSALS[answered.refusal]);
  };
  const helpers = sayNames(invitedTo.brings);
  const isHelped = invitedTo.brings.length > 0;

  return (
    <div className={styles.invited}>
      <There invitedTo={invitedTo} say={say} />
      <p>{say.onlyThere}</p>
      <div className={styles.answers}>
        <Button large busy={isBusy} onClick={() => void answer(true, false)}>
          {isHelped ? <WithName says={say.comeWith} name={helpers} /> : say.come}
        </Button>
        <Button large busy={isBusy} onClick={() => void answer(false, false)}>
          {say.stay}
        </Button>
        {isHelped && (
          <Button busy={isBusy} onClick={() => void answer(true, true)}>
            <WithName says={say.comeWithout} name={helpers} />
          </Button>
        )}
      </div>
      {refused !== null && <p role="alert">{refused}</p>}
    </div>
  );
}

function There({ invitedTo: { mark, company }, say }: { invitedTo: Invitation; say: RoomWords }): ReactNode {
  return (
    <div className={styles.there}>
      {mark !== null && <RoomShape colour={mark} large />}
      <div>
        <p>{company.length === 0 ? say.nobodyThere : say.areThere}</p>
        <ul>
          {company.map(({ name, role }) => (
            <li key={name}>
              <bdi className={styles.name}>{name}</bdi> ({partOf({ role, relationship: '' })})
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
