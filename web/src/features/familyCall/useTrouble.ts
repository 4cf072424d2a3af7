import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useEffect, useState } from 'react';
import type { LocalMediaState } from '../../media/LocalMedia.ts';
import type { MediaClientState } from '../../media/MediaClient.ts';
import { type Signs, type Trouble, troubleOf } from './trouble.ts';
import { useSettled } from './useSettled.ts';
import { useWanted } from './useWanted.ts';

/** Long enough to read one sentence twice. */
const TOLD_FOR_MS = 12_000;

/** What this person has to know or do now. */
export function useTrouble(
  view: RoomView,
  mine: LocalMediaState,
  connection: Signs['connection'],
  { phase, hears, condition }: MediaClientState,
): Trouble {
  const wanted = useWanted(view, mine);

  return useSettled(
    troubleOf({
      connection,
      media: phase,
      hears,
      interrupted: mine.interrupted,
      blur: condition.blur,
      cameraMissing: wanted.camera && mine.cameraProblem !== null,
      microphoneMissing: wanted.microphone && mine.microphoneProblem !== null,
      replaced: useReplaced(mine.replaced),
    }),
  );
}

/** What was replaced just now; news for a while, and none when the room is entered. */
function useReplaced(replaced: LocalMediaState['replaced']): Signs['replaced'] {
  const [read, setRead] = useState(replaced);
  useEffect(() => {
    const timer = setTimeout(() => setRead(replaced), TOLD_FOR_MS);
    return () => clearTimeout(timer);
  }, [replaced]);

  return replaced === null || replaced === read ? 'nothing' : replaced.kind;
}
