import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { LocalMediaState } from '../../media/LocalMedia.ts';
import { type Signs, type Trouble, troubleOf } from './trouble.ts';
import { useSettled } from './useSettled.ts';
import { useWanted } from './useWanted.ts';

/** What this person has to know or do now. */
export function useTrouble(
  view: RoomView,
  mine: LocalMediaState,
  line: Pick<Signs, 'connection' | 'media' | 'sound'>,
): Trouble {
  const wanted = useWanted(view, mine);

  return useSettled(
    troubleOf({
      ...line,
      interrupted: mine.interrupted,
      cameraMissing: wanted.camera && mine.cameraProblem !== null,
      microphoneMissing: wanted.microphone && mine.microphoneProblem !== null,
    }),
  );
}
