import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';
import type { LocalMediaState } from '../../media/LocalMedia.ts';

/**
 * What this person has meant to be on, in this room or before: only that is worth a word when it is missing. Somebody who came with sound
 * alone is not told again and again that there is no camera.
 */
export function useWanted(
  { me }: RoomView,
  mine: LocalMediaState,
): { readonly camera: boolean; readonly microphone: boolean } {
  const [wanted, setWanted] = useState({ camera: me.camera === 'on', microphone: me.microphone === 'on' });
  const camera = wanted.camera || mine.cameraOn;
  const microphone = wanted.microphone || mine.microphoneOn;
  if (camera !== wanted.camera || microphone !== wanted.microphone) setWanted({ camera, microphone });

  return wanted;
}
