import type { DoorView } from '@doorstep/shared/visit/viewShape.ts';
import { WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import { readerOf } from '../../content/family/reader.ts';
import { Hint } from '../../features/hint/Hint.tsx';
import type { DeviceHere } from '../../features/join/device.ts';
import { Invited } from '../../features/join/Invited.tsx';
import { Opening } from '../../features/join/Opening.tsx';
import { whenWords } from '../../features/join/when.ts';
import { Lobby } from '../../features/lobby/Lobby.tsx';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { Checking } from './Checking.tsx';
import type { FamilyScreen } from './screens.ts';

interface DoorScreenProps {
  readonly screen: Extract<FamilyScreen, { is: 'opening' | 'invited' | 'deviceCheck' | 'lobby' }>;
  readonly local: LocalMedia;
  readonly device: DeviceHere;
  readonly phone: string | null;
  readonly visit: VisitClient;
  readonly asking: boolean;
  readonly isLost: boolean;
  readonly onRead: () => void;
  readonly onKnock: () => void;
  readonly onLeave: () => void;
}

/** Everything up to being let in. */
export function DoorScreen(props: DoorScreenProps): ReactNode {
  const { screen, isLost } = props;
  if (screen.is === 'opening') return <Opening />;

  return (
    <>
      <div role="status">
        {isLost && (
          <Notice tone="attention" icon={WifiOff}>
            <p>{familyCall[readerOf(screen.door.me.role)].reconnecting}</p>
          </Notice>
        )}
      </div>
      <HintAtTheDoor door={screen.door} visit={props.visit} />
      <AtTheDoor {...props} screen={screen} />
    </>
  );
}

/** On every screen up to being let in, in the same place. */
function HintAtTheDoor({ door, visit }: { door: DoorView; visit: VisitClient }): ReactNode {
  return (
    <Hint
      hint={door.me.help.hint}
      reader={readerOf(door.me.role)}
      from={door.invitedBy.name}
      onDone={() => void visit.send({ type: 'help.dismiss' })}
    />
  );
}

type AtTheDoorProps = DoorScreenProps & { readonly screen: Exclude<DoorScreenProps['screen'], { is: 'opening' }> };

function AtTheDoor({ screen, asking, onRead, onKnock, onLeave, ...rest }: AtTheDoorProps): ReactNode {
  const { door } = screen;
  const now = Date.now();

  switch (screen.is) {
    case 'invited':
      return <Invited door={door} now={now} onNext={onRead} />;
    case 'deviceCheck': {
      const { local, visit, device, phone } = rest;
      return <Checking {...{ door, local, visit, device, phone }} going={asking} onReady={onKnock} />;
    }
    case 'lobby': {
      const early = door.scheduledFor > now ? whenWords(door.scheduledFor, now) : null;
      return <Lobby door={door} local={rest.local} early={early} onLeave={onLeave} />;
    }
  }
}
