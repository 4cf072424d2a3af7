import type { CaptureFound } from '@doorstep/shared/visit/checks/state.ts';
import type { Problem, Trouble } from './problemSteps.ts';

/** What became of camera or microphone when it was asked for; `notWanted`: the person left it off. */
export type Opened = 'works' | 'notWanted' | Problem;

const isProblem = (what: Opened): what is Problem => what !== 'works' && what !== 'notWanted';

/** What has to be said, if anything. */
export function troubleOf(camera: Opened, microphone: Opened): Trouble | null {
  if (isProblem(camera) && isProblem(microphone)) return { problem: camera, part: 'both' };
  if (isProblem(camera)) return { problem: camera, part: 'camera' };

  return isProblem(microphone) ? { problem: microphone, part: 'microphone' } : null;
}

/** As the host reads it. Whoever goes on with sound because the camera failed has not left it off: the host still reads why. */
export function foundOf(what: Opened, before: CaptureFound): CaptureFound {
  switch (what) {
    case 'works':
      return 'works';
    case 'notWanted':
      return before === 'notTried' || before === 'works' ? 'skipped' : before;
    case 'refused':
    case 'dismissed':
    case 'bySystem':
      return 'refused';
    case 'noDevice':
      return 'missing';
    case 'inUse':
      return 'inUse';
    default:
      return 'failed';
  }
}
