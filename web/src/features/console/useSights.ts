import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { PictureWatch, type Sights } from '../../media/PictureWatch.ts';
import { SightTeller } from '../../media/SightTeller.ts';
import { shownPicture } from '../../media/shownPicture.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';

const browserPage = {
  isInFront: () => document.visibilityState === 'visible',
  watch: (listener: () => void) => {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

type OnShown = (video: HTMLVideoElement) => () => void;

/** [SEE-4] How this screen shows the child and the parents, told to the visit as well; `onShownOf` is for the tile of one of them. */
export function useSights(client: VisitClient): {
  readonly sights: Sights;
  readonly onShownOf: (session: SessionId) => OnShown;
} {
  const watch = useMemo(
    () => new PictureWatch({ visit: client, page: browserPage, now: () => performance.now() }),
    [client],
  );
  useEffect(() => {
    const stop = watch.start();
    const teller = new SightTeller(client, watch);
    return () => {
      teller.close();
      stop();
    };
  }, [client, watch]);
  const { sights } = useSyncExternalStore(watch.subscribe, watch.getState, watch.getState);
  const onShownOf = useOnShown(watch);
  return { sights, onShownOf };
}

/** One function for each device, so that a tile is not told to begin again each time it is drawn. */
function useOnShown(watch: PictureWatch): (session: SessionId) => OnShown {
  const known = useMemo(() => ({ watch, bySession: new Map<SessionId, OnShown>() }), [watch]);
  return useCallback(
    (session) => {
      const before = known.bySession.get(session);
      if (before !== undefined) return before;

      const onShown: OnShown = (video) => {
        const picture = shownPicture(video);
        const stop = known.watch.show(session, picture);
        return () => {
          stop();
          picture.stop();
        };
      };
      known.bySession.set(session, onShown);
      return onShown;
    },
    [known],
  );
}
