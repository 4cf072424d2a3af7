import { deviceProblems } from '../../content/family/deviceProblems.ts';

/** Every way in which a camera or microphone can fail to start. */
export type Problem = keyof typeof deviceProblems;
export type Platform = 'iphone' | 'android' | 'computer';

/** Problems that asking the device once more cannot mend. */
const HOPELESS: readonly Problem[] = ['insecure', 'unsupported'];

/** What to say and offer: steps for this platform, and whether trying again here makes sense. */
export const adviceFor = (problem: Problem, platform: Platform) => {
  const { heading, body, steps, retry } = deviceProblems[problem];

  return { heading, body, steps: steps[platform], retry: HOPELESS.includes(problem) ? null : retry };
};

/** What is left to try: without the camera, and when that failed as well, without either. A page without media access at all has nothing to try. */
export const insteadOf = (problem: Problem, soundFailed: boolean): 'soundOnly' | 'neither' =>
  soundFailed || HOPELESS.includes(problem) ? 'neither' : 'soundOnly';
