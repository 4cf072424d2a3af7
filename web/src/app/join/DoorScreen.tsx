import type { DoorView } from '@doorstep/shared/visit/doorViewShape.ts';
import { WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import { readerOf } from '../../content/family/reader.ts';
import { Hint } from '../../features/hint/Hint.tsx';
import type { DraftMemory } from '../../features/household/draftMemory.ts';
import { HouseholdScreen } from '../../features/household/HouseholdScreen.tsx';
import { WhileWaiting } from '../../features/household/WhileWaiting.tsx';
import type { Tell } from '../../features/household/WhoIsWithYou.tsx';
import type { DeviceHere } from '../../features/join/device.ts';
import { Invited } from '../../features/join/Invited.tsx';
import { Opening } from '../../features/join/Opening.tsx';
import { whenWords } from '../../features/join/when.ts';
import { Lobby } from '../../features/lobby/Lobby.tsx';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { Checking } from './Checking.tsx';
import { Instead } from './Instead.tsx';
import type { FamilyScreen } from './screens.ts';
import { tellHousehold } from './tellHousehold.ts';

interface DoorScreenProps {
  readonly screen: Extract<FamilyScreen, { is: 'opening' | 'invited' | 'deviceCheck' | 'household' | 'lobby' }>;
  readonly local: LocalMedia;
  readonly device: DeviceHere;
  readonly phone: string | null;
  readonly visit: VisitClient;
  readonly asking: boolean;
  readonly isLost: boolean;
  readonly unsent: DraftMemory;
  readonly onRead: () => void;
  /** Through with the device check. */
  readonly onReady: () => void;
  /** Who is there, and then the knock. */
  readonly onTell: Tell;
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

function AtTheDoor({ screen, asking, onRead, onReady, onTell, onKnock, onLeave, ...rest }: AtTheDoorProps): ReactNode {
  const { door } = screen;
  const now = Date.now();

  switch (screen.is) {
    case 'invited':
      return <Invited door={door} now={now} onNext={onRead} />;
    case 'deviceCheck': {
      const { local, visit, device, phone } = rest;
      return <Checking {...{ door, local, visit, device, phone }} going={asking} onReady={onReady} />;
    }
    case 'household':
      return <HouseholdScreen door={door} memory={rest.unsent} onTell={onTell} onSkip={onKnock} />;
    case 'lobby': {
      const early = door.scheduledFor > now ? whenWords(door.scheduledFor, now) : null;
      return (
        <Lobby
          door={door}
          local={rest.local}
          early={early}
          whoIsWithYou={
            <WhileWaiting door={door} memory={rest.unsent} onTell={(people) => tellHousehold(rest.visit, people)} />
          }
          phoneMe={<Instead me={door.me} worker={door.invitedBy.name} visit={rest.visit} />}
          onLeave={onLeave}
        />
      );
    }
  }
}
