import type { RoomView, VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { ENTERING } from '../../content/staff/entering.ts';
import { PROTECTION } from '../../content/staff/protection.ts';
import { SHELL } from '../../content/staff/shell.ts';
import type { Drafts } from '../../drafts/Drafts.ts';
import { Console } from '../../features/console/Console.tsx';
import { CONSOLE_HEADING } from '../../features/console/ConsoleHeader.tsx';
import { OutPage } from '../../features/entering/OutPage.tsx';
import { StoppedPage } from '../../features/entering/StoppedPage.tsx';
import type { Line, Seat } from '../../features/entering/useSeat.ts';
import { WaitingPage } from '../../features/entering/WaitingPage.tsx';
import { OwnDevice } from '../../features/ownDevice/OwnDevice.tsx';
import type { TurnsMemory } from '../../features/ownDevice/turns.ts';
import { picturedOf, safetyMembers, shownKeys } from '../../features/protection/members.ts';
import { SafetyPictures } from '../../features/protection/SafetyPictures.tsx';
import { useComparedHere } from '../../features/protection/useComparedHere.ts';
import { beginRaising } from '../../features/unknown/beginRaising.ts';
import { keepAwake } from '../../media/keepAwake.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import { Masthead, WorkPage } from '../../ui/Shells.tsx';
import { Wordmark } from '../Wordmark.tsx';
import { AlertsInRoom, AlertsOutside } from './Alerts.tsx';

export interface ConnectedProps {
  readonly visit: string;
  readonly drafts: Drafts;
  readonly turns: TurnsMemory;
  readonly seat: Seat;
  readonly line: Line;
}

/** Connected to the visit: inside it, on the way in, or put out of it, as the view says. */
export function Connected({ visit, drafts, turns, seat, line }: ConnectedProps): ReactNode {
  const { client, media } = line;
  const { local, loudspeaker, goOutside } = seat;
  const { ownKey } = useMediaClient(media);
  const { view, goodbye, isLost } = useLineState(line);
  const compared = useComparedHere(view?.screen === 'room' ? view : null, ownKey);
  const isStopped = goodbye !== null && goodbye !== 'closing';
  useInside(seat, turns, view?.screen === 'room' ? view : null);
  useEffect(() => {
    // Came back by a reload, but was never inside or is outside again: the page of the visit is the better place.
    if (view?.screen === 'preparing' && !seat.isEntering) goOutside();
    if (view?.screen === 'out' || isStopped) local.stop();
  }, [view?.screen, isStopped, seat.isEntering, goOutside, local]);

  if (view?.screen === 'room' && !isStopped) {
    return (
      <AlertsInRoom view={view} client={client} drafts={drafts}>
        {(alerts) => (
          <Console
            view={view}
            isLost={isLost}
            client={client}
            media={media}
            local={local}
            loudspeaker={loudspeaker}
            onRaise={(about, device) => beginRaising(drafts, about, device)}
            pictures={{
              drawn: (
                <SafetyPictures
                  view={view}
                  ownKey={ownKey}
                  words={PROTECTION.pictures}
                  none={<p>{PROTECTION.pictures.none}</p>}
                />
              ),
              shown: shownKeys(view, ownKey),
              madeOf: picturedOf(safetyMembers(view, ownKey) ?? []),
              compared,
            }}
            alerts={
              <>
                {alerts}
                <OwnDevice kind={view.kind} local={local} memory={turns} onGone={toHeading} />
              </>
            }
          />
        )}
      </AlertsInRoom>
    );
  }
  return (
    <WorkPage width="wide" skip={SHELL.skip} masthead={<Masthead mark={<Wordmark />} />}>
      <AlertsOutside visit={visit} drafts={drafts}>
        {isStopped ? (
          <StoppedPage why={goodbye} onUseHere={seat.again} onBack={goOutside} />
        ) : (
          <NotInside
            seat={seat}
            view={view}
            onGiveUp={() => void client.send({ type: 'presence.leave', quickly: false }).then(goOutside)}
          />
        )}
      </AlertsOutside>
    </WorkPage>
  );
}

const toHeading = (): void => document.getElementById(CONSOLE_HEADING)?.focus();

interface NotInsideProps {
  readonly seat: Seat;
  readonly view: VisitView | null;
  readonly onGiveUp: () => void;
}

function NotInside({ seat, view, onGiveUp }: NotInsideProps): ReactNode {
  if (view?.screen === 'out') {
    return <OutPage view={view} onBack={seat.goOutside} onComeBack={seat.comeBack} onKnock={seat.knock} />;
  }
  if (view?.screen === 'waiting') {
    return <WaitingPage onGiveUp={onGiveUp} />;
  }
  return <p role="status">{seat.isEntering ? ENTERING.entering : ENTERING.resuming}</p>;
}

/** Without the levels, which change several times a second. */
function useLineState({ client }: Line) {
  const view = useSyncExternalStore(
    client.subscribe,
    () => client.getState().view,
    () => null,
  );
  const goodbye = useSyncExternalStore(
    client.subscribe,
    () => client.getState().goodbye,
    () => null,
  );
  const isLost = useSyncExternalStore(
    client.subscribe,
    () => client.getState().connection !== 'connected',
    () => false,
  );
  return { view, goodbye, isLost };
}

/** While inside the screen stays awake; and after a reload, what was on is on again. */
function useInside({ local }: Seat, turns: TurnsMemory, room: RoomView | null): void {
  const isInside = room !== null;
  const camera = room?.me.camera === 'on';
  // [DEV-4] Closed between turns it comes back closed, also where letting go was the last thing and the visit has not heard of it.
  const microphone = room?.me.microphone === 'on' && turns.recall() !== 'on';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only coming in matters; later changes are the person's own
  useEffect(() => {
    if (!isInside) return;
    if (!local.getState().asked) void local.acquire({ camera, microphone: microphone ? true : 'muted' });
    return keepAwake();
  }, [isInside, local]);
}
