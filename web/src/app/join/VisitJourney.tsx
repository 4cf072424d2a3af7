import { type ReactNode, useState } from 'react';
import { FAMILY_REFUSALS } from '../../content/refusals.ts';
import type { Tell } from '../../features/household/WhoIsWithYou.tsx';
import type { Authority } from '../../features/join/authority.ts';
import type { DeviceHere } from '../../features/join/device.ts';
import { FamilyPage } from '../../features/join/FamilyPage.tsx';
import { useComparedHere } from '../../features/protection/useComparedHere.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useVisitClient } from '../../visit/useVisitClient.ts';
import { CallScreen } from './CallScreen.tsx';
import { DoorScreen } from './DoorScreen.tsx';
import { EndScreen } from './EndScreen.tsx';
import type { FamilyVisit } from './familyVisit.ts';
import { type FamilyScreen, screenOf } from './screens.ts';
import { tellHousehold } from './tellHousehold.ts';
import { type Asking, useAsking } from './useAsking.ts';
import { useFollowing } from './useFollowing.ts';
import { useLeaving } from './useLeaving.ts';

export interface VisitJourneyProps {
  readonly family: FamilyVisit;
  readonly device: DeviceHere;
  readonly authority: Authority;
  readonly quickExit: ReactNode;
  /** Opens the line anew, in this tab. */
  readonly onUseHere: () => void;
}

/** From who asked to goodbye: whatever the visit says is shown, one screen at a time. */
export function VisitJourney(props: VisitJourneyProps): ReactNode {
  const { family, device, authority, quickExit } = props;
  const state = useVisitClient(family.visit);
  const [hasRead, setHasRead] = useState(false);
  const [isReady, setReady] = useState(false);
  const asked = useAsking(family.visit);
  const { isLeaving, leave } = useLeaving(state.view, asked.ask);
  const screen = screenOf(state, { hasRead, isReady, isLeaving });
  const { ownKey } = useMediaClient(family.media);
  // Here, where it outlasts the call: whoever comes back to it is not told anew what was compared.
  const compared = useComparedHere(screen.is === 'call' ? screen.view : null, ownKey);
  useFollowing(family, screen);

  if (screen.is === 'call') {
    const { isTouch, system } = device;
    return <CallScreen {...{ family, quickExit, isTouch, system, compared }} view={screen.view} onLeave={leave} />;
  }
  return (
    <FamilyPage quickExit={quickExit} authority={authority}>
      {asked.refusal !== null && (
        <Notice tone="attention" live="alert">
          <p>{FAMILY_REFUSALS[asked.refusal]}</p>
        </Notice>
      )}
      <Around
        {...props}
        screen={screen}
        asked={asked}
        isLost={state.connection === 'reconnecting'}
        onRead={() => setHasRead(true)}
        onReady={() => setReady(true)}
        onLeave={leave}
      />
    </FamilyPage>
  );
}

interface AroundProps extends VisitJourneyProps {
  readonly screen: Exclude<FamilyScreen, { is: 'call' }>;
  readonly asked: Asking;
  readonly isLost: boolean;
  readonly onRead: () => void;
  readonly onReady: () => void;
  readonly onLeave: () => void;
}

/** Before the visit and after it. */
function Around({ screen, asked, family, device, authority, onUseHere, onReady, ...rest }: AroundProps): ReactNode {
  const { asking, ask } = asked;
  const { visit, local, unsent } = family;
  /** Inside the person's tap: the sound that comes later may then play. */
  const prepare = (): void => {
    family.loudspeaker.unlockAudio();
    family.media.prepare();
  };
  const knock = (): void => {
    prepare();
    void ask({ type: 'lobby.knock' });
  };
  const tell: Tell = async (people) => {
    prepare();
    const refused = await tellHousehold(visit, people);
    if (refused === null) await ask({ type: 'lobby.knock' });
    return refused;
  };

  if (screen.is === 'out' || screen.is === 'shut') {
    return <EndScreen screen={screen} family={family} asking={asking} onKnock={knock} onUseHere={onUseHere} />;
  }
  // Whoever has said who is there, before the page was loaded again, goes straight on.
  const ready = screen.is === 'deviceCheck' && screen.door.me.household !== null ? knock : onReady;
  const door = {
    local,
    device,
    phone: authority.phone,
    visit,
    unsent,
    asking,
    onReady: ready,
    onTell: tell,
    onKnock: knock,
  };
  return <DoorScreen screen={screen} {...door} {...rest} />;
}
