import {
  allowAgain,
  type Browser,
  deviceProblems,
  type Part,
  type System,
  whatHelps,
} from '../../content/family/deviceProblems.ts';

/** Every way in which a camera or microphone can fail to start. */
export type Problem = keyof typeof deviceProblems;

export interface Trouble {
  readonly problem: Problem;
  readonly part: Part;
}

/** What somebody has in their hands. */
export interface Here {
  readonly browser: Browser;
  readonly system: System;
}

/** What to say and offer: what is wrong, what to do in this very browser, and whether asking again makes sense. */
export function adviceFor({ problem, part }: Trouble, { browser, system }: Here) {
  const { heading, body, retry } = deviceProblems[problem];
  const steps = problem === 'refused' ? allowAgain[browser] : whatHelps[problem][system];

  return { heading: heading[part], body, steps, retry };
}

/** The way on without: sound, where the camera fails or both may have been too much to ask for; else neither. */
export function insteadOf({ problem, part }: Trouble): 'soundOnly' | 'neither' {
  const hopeless = problem === 'insecure' || problem === 'unsupported';

  return part === 'camera' || (part === 'both' && !hopeless) ? 'soundOnly' : 'neither';
}
