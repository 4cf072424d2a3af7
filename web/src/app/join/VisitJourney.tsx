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
import { screenOf } from './screens.ts';
import { useAsking } from './useAsking.ts';
import { useFollowing } from './useFollowing.ts';

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
  const { family, device, authority, quickExit, onUseHere } = props;
  const state = useVisitClient(family.visit);
  const [hasRead, setHasRead] = useState(false);
  const { asking, refusal, ask } = useAsking(family.visit);
  const screen = screenOf(state, hasRead);
  useFollowing(family, screen);

  const leave = (): void => ask({ type: 'presence.leave', quickly: false });
  /** Inside the person's tap: the sound that comes later may then play. */
  const knock = (): void => {
    family.loudspeaker.unlockAudio();
    family.media.prepare();
    ask({ type: 'lobby.knock' });
  };

  if (screen.is === 'call') {
    const isTouch = device.platform !== 'computer';
    return <FamilyCall {...family} view={screen.view} quickExit={quickExit} isTouch={isTouch} onLeave={leave} />;
  }

  const isOver = screen.is === 'out' || screen.is === 'shut';
  return (
    <FamilyPage quickExit={quickExit} authority={authority}>
      {refusal !== null && (
        <Notice tone="attention" live="alert">
          <p>{FAMILY_REFUSALS[refusal]}</p>
        </Notice>
      )}
      {isOver ? (
        <EndScreen screen={screen} family={family} asking={asking} onKnock={knock} onUseHere={onUseHere} />
      ) : (
        <DoorScreen
          screen={screen}
          local={family.local}
          device={device}
          phone={authority.phone}
          asking={asking}
          isLost={state.connection === 'reconnecting'}
          onRead={() => setHasRead(true)}
          onKnock={knock}
          onLeave={leave}
        />
      )}
    </FamilyPage>
  );
}
