import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LocalMedia, LocalMediaState } from './LocalMedia.ts';
import { measureLevel } from './microphoneLevel.ts';

/** This device's camera and microphone as they are now. */
export function useLocalMedia(local: LocalMedia): LocalMediaState {
  return useSyncExternalStore(local.subscribe, local.getState, local.getState);
}

/** How loud this device's microphone is, 0 to 1; measured only while something shows it. */
export function useMicrophoneLevel(local: LocalMedia): number {
  const { microphone } = useLocalMedia(local);
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (microphone === null) return;
    const stop = measureLevel(microphone, setLevel);
    return () => {
      stop();
      setLevel(0);
    };
  }, [microphone]);
  return level;
}
