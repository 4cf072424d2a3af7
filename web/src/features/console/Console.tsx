import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useCallback, useState } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import { ROOMS } from '../../content/staff/rooms.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import type { Loudspeaker } from '../../media/Loudspeaker.ts';
import type { MediaClient } from '../../media/MediaClient.ts';
import { Announcer } from '../../ui/Quiet.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { roomKeyOf } from '../../visit/ownRoom.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import styles from './Console.module.css';
import { ConsoleHeader } from './ConsoleHeader.tsx';
import { ControlBar } from './ControlBar.tsx';
import { DevicesDialog } from './DevicesDialog.tsx';
import { asksOf, sayAsks } from './door/asks.ts';
import { LobbyPanel } from './door/LobbyPanel.tsx';
import { EndDialog } from './EndDialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { Myself } from './Myself.tsx';
import { Banner } from './protection/Banner.tsx';
import type { PicturesHere } from './protection/Compare.tsx';
import { Away } from './rooms/Away.tsx';
import { HeldRooms } from './rooms/HeldRooms.tsx';
import { HostWords } from './rooms/HostWords.tsx';
import { Invitation } from './rooms/Invitation.tsx';
import { sidesOf } from './rooms/roomNames.ts';
import { WhereIAm } from './rooms/WhereIAm.tsx';
import type { Raise } from './roster/RaiseHere.tsx';
import { AskedOfMe } from './rounds/AskedOfMe.tsx';
import { SidePanel } from './SidePanel.tsx';
import { Stage } from './Stage.tsx';
import type { Send } from './send.ts';
import { Trouble } from './Trouble.tsx';
import { useArrivals } from './useArrivals.ts';

interface ConsoleProps {
  readonly view: RoomView;
  readonly isLost: boolean;
  readonly client: VisitClient;
  readonly media: MediaClient;
  readonly local: LocalMedia;
  readonly loudspeaker: Loudspeaker;
  /** What has to stay in sight until it is dealt with, and the way to begin it; above the lobby. */
  readonly alerts: ReactNode;
  readonly onRaise: Raise;
  /** [SAFE-2] What everybody in the room compares. */
  readonly pictures: PicturesHere;
}

type Asking = 'leave' | 'end' | 'devices' | null;
const NOBODY: NonNullable<RoomView['console']>['lobby'] = [];

/** A professional's screen during the visit. The host's acts are there for whom the view allows them, and for nobody else. */
export function Console(props: ConsoleProps): ReactNode {
  const { view, isLost, client, media, local, loudspeaker, alerts, onRaise, pictures } = props;
  const [showing, setShowing] = useState<'pictures' | 'people'>('pictures');
  const [asking, setAsking] = useState<Asking>(null);
  const [withSound, setWithSound] = useState(true);
  const lobby = view.console?.lobby ?? NOBODY;
  const arrivals = useArrivals(lobby, withSound);
  const send = useCallback<Send>((command) => client.send(command), [client]);
  // The chair ends the call by the steps of an alert, never by a button that is always there.
  const mayEnd = view.console !== null && view.can['visit.end'] === 'yes';
  // A host who looks at another tab sees that somebody waits, or asks for something.
  const calls = lobby.length + asksOf(view).length + (view.invitedTo === null ? 0 : 1);
  const title = view.room.mark === null ? CONSOLE.title : ROOMS.title(ROOMS.marks[view.room.mark], CONSOLE.title);
  usePageTitle(calls > 0 ? `(${calls}) ${title}` : title);

  const leave = async (): Promise<void> => {
    await send({ type: 'presence.leave', quickly: false });
  };
  const sound = view.console === null ? null : { on: withSound, onTurn: setWithSound };
  return (
    <main className={styles.console} data-showing={showing} data-room={view.room.mark ?? undefined}>
      <Announcer says={arrivals} urgent />
      <Announcer says={sayAsks(view)} urgent />
      <div className={styles.top}>
        <ConsoleHeader view={view} />
        <WhereIAm view={view} send={send} />
        <Away view={view} />
        <Banner view={view} send={send} />
        <Trouble view={view} isLost={isLost} media={media} local={local} loudspeaker={loudspeaker} />
        <HeldRooms view={view} send={send} />
        <Invitation view={view} send={send} />
        <HostWords key={roomKeyOf(view)} view={view} />
        <AskedOfMe me={view.me} send={send} />
      </div>
      <div className={styles.alerts}>{alerts}</div>
      <div className={styles.lobby}>
        <LobbyPanel view={view} send={send} />
      </div>
      <div className={styles.stage}>
        <Stage view={view} client={client} media={media} isLost={isLost} isBehind={showing === 'people'} />
      </div>
      <div className={styles.roster}>
        <SidePanel
          view={view}
          send={send}
          onDevices={() => setAsking('devices')}
          onRaise={onRaise}
          pictures={pictures}
          onEnd={mayEnd ? () => setAsking('end') : null}
        />
      </div>
      <div className={styles.me}>
        <Myself me={view.me} local={local} />
      </div>
      <div className={styles.bar}>
        <ControlBar
          local={local}
          showing={showing}
          mayEnd={mayEnd}
          onShow={setShowing}
          onAsk={(what) => (what === 'leave' && !mayEnd ? void leave() : setAsking(what))}
        />
      </div>
      <Question view={view} asking={asking} onAsk={setAsking} onLeave={leave} local={local} send={send} sound={sound} />
    </main>
  );
}

interface QuestionProps {
  readonly view: RoomView;
  readonly asking: Asking;
  readonly onAsk: (asking: Asking) => void;
  readonly onLeave: () => Promise<void>;
  readonly local: LocalMedia;
  readonly send: Send;
  readonly sound: { readonly on: boolean; readonly onTurn: (on: boolean) => void } | null;
}

function Question({ view, asking, onAsk, onLeave, local, send, sound }: QuestionProps): ReactNode {
  const close = (): void => onAsk(null);
  switch (asking) {
    case null:
      return null;
    case 'leave':
      return <LeaveDialog onLeave={onLeave} onEnd={() => onAsk('end')} onClose={close} />;
    case 'end':
      return <EndDialog side={null} hasSides={sidesOf(view).length > 1} send={send} onClose={close} />;
    case 'devices':
      return <DevicesDialog local={local} sound={sound} onClose={close} />;
  }
}
