import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { ENTERING, OUT } from '../../content/staff/entering.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { Console } from '../../features/console/Console.tsx';
import { OutPage } from '../../features/entering/OutPage.tsx';
import { StoppedPage } from '../../features/entering/StoppedPage.tsx';
import type { Line, Seat } from '../../features/entering/useSeat.ts';
import { keepAwake } from '../../media/keepAwake.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Masthead, WorkPage } from '../../ui/Shells.tsx';
import { Wordmark } from '../Wordmark.tsx';

interface ConnectedProps {
  readonly seat: Seat;
  readonly line: Line;
}

/** Connected to the visit: inside it, on the way in, or put out of it, as the view says. */
export function Connected({ seat, line }: ConnectedProps): ReactNode {
  const { client, media } = line;
  const { view, goodbye } = useLineState(line);
  const { local, goOutside } = seat;
  const connection = useSyncExternalStore(
    client.subscribe,
    () => client.getState().connection,
    () => 'connecting',
  );
  const isStopped = goodbye !== null && goodbye !== 'closing';
  useInside(seat, view?.screen === 'room' ? view : null);
  useEffect(() => {
    // Came back by a reload, but was never inside or is outside again: the page of the visit is the better place.
    if (view?.screen === 'preparing' && !seat.isEntering) goOutside();
    if (view?.screen === 'out' || isStopped) local.stop();
  }, [view?.screen, isStopped, seat.isEntering, goOutside, local]);

  if (isStopped) {
    return (
      <Plain>
        <StoppedPage why={goodbye} onUseHere={seat.again} onBack={goOutside} />
      </Plain>
    );
  }
  if (view?.screen === 'room') {
    return (
      <Console
        view={view}
        isLost={connection !== 'connected'}
        client={client}
        media={media}
        local={local}
        loudspeaker={seat.loudspeaker}
      />
    );
  }
  return (
    <Plain>
      {view?.screen === 'out' && (
        <OutPage
          view={view}
          onBack={goOutside}
          onComeBack={seat.comeBack}
          onKnock={() => void client.send({ type: 'lobby.knock' })}
        />
      )}
      {view?.screen === 'waiting' && (
        <Notice tone="attention" live="status" heading={OUT.waiting.heading}>
          <p>{OUT.waiting.what}</p>
        </Notice>
      )}
      {view?.screen !== 'out' && view?.screen !== 'waiting' && (
        <p role="status">{seat.isEntering ? ENTERING.entering : ENTERING.resuming}</p>
      )}
    </Plain>
  );
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
  return { view, goodbye };
}

/** While inside the screen stays awake; and after a reload, what was on is on again. */
function useInside({ local }: Seat, room: RoomView | null): void {
  const isInside = room !== null;
  const camera = room?.me.camera === 'on';
  const microphone = room?.me.microphone === 'on';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only coming in matters; later changes are the person's own
  useEffect(() => {
    if (!isInside) return;
    if (!local.getState().asked) void local.acquire({ camera, microphone: microphone ? true : 'muted' });
    return keepAwake();
  }, [isInside, local]);
}

function Plain({ children }: { children: ReactNode }): ReactNode {
  return (
    <WorkPage width="wide" skip={SHELL.skip} masthead={<Masthead mark={<Wordmark />} />}>
      {children}
    </WorkPage>
  );
}
