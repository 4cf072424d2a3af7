import type { Can, HostDeviceView, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { DEVICES } from '../../../content/people.ts';
import { DOOR } from '../../../content/staff/help.ts';
import { sayClock } from '../../../content/times.ts';
import { AtTheDoor } from '../protection/AtTheDoor.tsx';
import { Beside } from '../roster/Beside.tsx';
import type { Send } from '../send.ts';
import { Asked } from './Asked.tsx';
import { CheckFindings } from './CheckFindings.tsx';
import { findingsOf } from './findings.ts';
import { HelpMenu } from './HelpMenu.tsx';
import styles from './LobbyPanel.module.css';

interface ArrivingProps {
  readonly person: RosterEntry;
  readonly device: HostDeviceView;
  readonly can: Can;
  readonly send: Send;
}

/** [JOIN-6] A device whose link is open and that has not knocked: whoever is stuck is stuck here. */
export function Arriving({ person, device, can, send }: ArrivingProps): ReactNode {
  const { name, role, state, since } = person;
  const { session, help, check, beside, protection } = device;
  const kind = DEVICES[device.device];
  const when = state === 'checking' && since !== null ? DOOR.gettingReadySince(kind, sayClock(since)) : kind;
  return (
    <li className={styles.arriving}>
      <p className={styles.who}>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <span className={styles.soft}>
          {DOOR.gettingReady} · {when}
        </span>
      </p>
      <Asked session={session} name={name} what={help.asked} can={can} send={send} />
      <CheckFindings check={check} />
      <Beside beside={beside} introducing={false} />
      <AtTheDoor session={session} name={name} is={protection.is} can={can} send={send} />
      <div className={styles.more}>
        <HelpMenu
          session={session}
          name={name}
          role={role}
          help={help}
          suggested={findingsOf(check).hints}
          can={can}
          send={send}
        />
      </div>
    </li>
  );
}
