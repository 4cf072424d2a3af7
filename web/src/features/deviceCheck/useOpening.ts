import { useState } from 'react';
import type { CaptureProblem } from '../../media/capture.ts';
import type { LocalMedia, Wanted } from '../../media/LocalMedia.ts';
import type { Opened } from './opened.ts';
import type { CheckEvent } from './progress.ts';
import { whyRefused } from './whyRefused.ts';

type Kind = 'camera' | 'microphone';

/** Asks for camera and microphone and tells what became of each. */
export function useOpening(local: LocalMedia, tell: (event: CheckEvent) => void) {
  const [asking, setAsking] = useState(false);
  const [wanted, setWanted] = useState({ camera: true });

  const open = async (camera: boolean): Promise<void> => {
    setWanted({ camera });
    setAsking(true);
    await local.acquire({ camera } satisfies Wanted);
    const found = await whatBecameOf(local, camera);
    setAsking(false);
    tell({ is: 'opened', ...found });
  };

  return { asking, wanted, open };
}

async function whatBecameOf(local: LocalMedia, cameraWanted: boolean): Promise<Record<Kind, Opened>> {
  const { camera, microphone, cameraProblem, microphoneProblem } = local.getState();
  const lacks: readonly Kind[] = [
    ...(cameraWanted && camera === null ? (['camera'] as const) : []),
    ...(microphone === null ? (['microphone'] as const) : []),
  ];
  const why = (problem: CaptureProblem | null): Promise<Opened> => whyRefused(problem ?? 'unknown', lacks);

  return {
    camera: camera !== null ? 'works' : cameraWanted ? await why(cameraProblem) : 'notWanted',
    microphone: microphone !== null ? 'works' : await why(microphoneProblem),
  };
}
