import { type ReactNode, useState } from 'react';
import { FAMILY_REFUSALS } from '../../content/refusals.ts';
import { FamilyCall } from '../../features/familyCall/FamilyCall.tsx';
import type { Authority } from '../../features/join/authority.ts';
import type { DeviceHere } from '../../features/join/device.ts';
import { FamilyPage } from '../../features/join/FamilyPage.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useVisitClient } from '../../visit/useVisitClient.ts';
import { DoorScreen } from './DoorScreen.tsx';
import { EndScreen } from './EndScreen.tsx';
import type { FamilyVisit } from './familyVisit.ts';
import { type FamilyScreen, screenOf } from './screens.ts';
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
  const asked = useAsking(family.visit);
  const { isLeaving, leave } = useLeaving(state.view, asked.ask);
  const screen = screenOf(state, { hasRead, isLeaving });
  useFollowing(family, screen);

  if (screen.is === 'call') {
    const { isTouch } = device;
    return <FamilyCall {...family} view={screen.view} quickExit={quickExit} isTouch={isTouch} onLeave={leave} />;
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
  readonly onLeave: () => void;
}

/** Before the visit and after it. */
function Around({ screen, asked, family, device, authority, onUseHere, ...rest }: AroundProps): ReactNode {
  const { asking, ask } = asked;
  /** Inside the person's tap: the sound that comes later may then play. */
  const knock = (): void => {
    family.loudspeaker.unlockAudio();
    family.media.prepare();
    void ask({ type: 'lobby.knock' });
  };

  if (screen.is === 'out' || screen.is === 'shut') {
    return <EndScreen screen={screen} family={family} asking={asking} onKnock={knock} onUseHere={onUseHere} />;
  }
  const door = {
    local: family.local,
    device,
    phone: authority.phone,
    visit: family.visit,
    asking,
    onKnock: knock,
    ...rest,
  };
  return <DoorScreen screen={screen} {...door} />;
}
