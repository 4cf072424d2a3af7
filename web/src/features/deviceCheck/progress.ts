import type { CheckReport } from '@doorstep/shared/visit/checks/state.ts';
import type { Light } from './light.ts';
import { foundOf, type Opened, troubleOf } from './opened.ts';
import type { Trouble } from './problemSteps.ts';

/** What is looked at, in this order, one on each screen. */
type Step = 'picture' | 'microphone' | 'speaker' | 'network' | 'overheard' | 'headset' | 'behind';

type Place = 'ask' | 'trouble' | Step | 'ready';

/** Where somebody stands in the check, and what it has found so far. */
export interface Progress {
  readonly at: Place;
  readonly trouble: Trouble | null;
  readonly report: CheckReport;
}

export type CheckEvent =
  | { readonly is: 'opened'; readonly camera: Opened; readonly microphone: Opened }
  /** On without what does not work. */
  | { readonly is: 'wentOn' }
  | { readonly is: 'saw'; readonly light: Light }
  /** The microphone hears something, or has heard nothing for a while. */
  | { readonly is: 'heard'; readonly voice: boolean }
  | { readonly is: 'speaker'; readonly heard: boolean }
  | { readonly is: 'network'; readonly grade: CheckReport['network'] }
  | { readonly is: 'said'; readonly about: 'overheard' | 'headset' | 'behind'; readonly yes: boolean }
  | { readonly is: 'next' | 'skip' | 'again' | 'leftCameraOff' | 'straightIn' };

export const NOTHING_TRIED: CheckReport = {
  camera: 'notTried',
  picture: 'notTried',
  microphone: 'notTried',
  speaker: 'notTried',
  network: 'notTried',
  overheard: 'notSaid',
  headset: 'notSaid',
  behind: 'notSaid',
};

export const BEGINNING: Progress = { at: 'ask', trouble: null, report: NOTHING_TRIED };

/** The steps that make sense with what there is: no picture to look at without a camera. */
export function stepsOf({ camera, microphone }: CheckReport): readonly Place[] {
  const hasCamera = camera === 'works';
  const hasMicrophone = microphone === 'works' || microphone === 'silent';

  return [
    ...(hasCamera ? (['picture'] as const) : []),
    ...(hasMicrophone ? (['microphone'] as const) : []),
    ...(['speaker', 'network', 'overheard', 'headset'] as const),
    ...(hasCamera ? (['behind'] as const) : []),
  ];
}

/** [JOIN-4] The whole check: what happens next, and what the host is told. */
export function advance(before: Progress, event: CheckEvent): Progress {
  const { report } = before;
  switch (event.is) {
    case 'opened':
      return opened(before, event);
    case 'wentOn':
      return { ...before, at: firstStep(report), trouble: null };
    case 'saw':
      return found(before, { picture: event.light === 'backlit' ? 'dark' : event.light });
    case 'heard':
      return found(before, { microphone: event.voice ? 'works' : 'silent' });
    case 'speaker':
      return afterAnswer(found(before, { speaker: event.heard ? 'heard' : 'notHeard' }), event.heard);
    case 'network':
      return found(before, { network: event.grade });
    case 'said':
      return said(before, event);
    case 'skip':
      return next(found(before, skippedOf(before)));
    case 'next':
      return next(before);
    case 'again':
      return { ...before, at: firstStep(report) };
    case 'leftCameraOff':
      return leftCameraOff(before);
    case 'straightIn':
      return found(before, straightIn(report));
  }
}

const found = (before: Progress, change: Partial<CheckReport>): Progress => ({
  ...before,
  report: { ...before.report, ...change },
});

const firstStep = (report: CheckReport): Place => stepsOf(report)[0] ?? 'speaker';

function next(before: Progress): Progress {
  const steps = stepsOf(before.report);
  const here = steps.indexOf(before.at);

  return { ...before, at: steps[here + 1] ?? 'ready' };
}

/** A good answer goes on by itself; any other stays for the advice. */
const afterAnswer = (after: Progress, isGood: boolean): Progress => (isGood ? next(after) : after);

function said(before: Progress, { about, yes }: Extract<CheckEvent, { is: 'said' }>): Progress {
  switch (about) {
    case 'overheard':
      return afterAnswer(found(before, { overheard: yes ? 'yes' : 'no' }), !yes);
    case 'headset':
      return next(found(before, { headset: yes ? 'yes' : 'no' }));
    case 'behind':
      return afterAnswer(found(before, { behind: yes ? 'fine' : 'toTidy' }), yes);
  }
}

/** What was tried stays as it was found; what was not is told as skipped, where the report knows the word. */
function skippedOf({ at, report }: Progress): Partial<CheckReport> {
  if (at === 'speaker' && report.speaker === 'notTried') return { speaker: 'skipped' };

  return at === 'network' && report.network === 'notTried' ? { network: 'skipped' } : {};
}

const straightIn = ({ camera, microphone, speaker, network }: CheckReport): Partial<CheckReport> => ({
  camera: camera === 'notTried' ? 'skipped' : camera,
  microphone: microphone === 'notTried' ? 'skipped' : microphone,
  speaker: speaker === 'notTried' ? 'skipped' : speaker,
  network: network === 'notTried' ? 'skipped' : network,
});

function leftCameraOff(before: Progress): Progress {
  const steps = stepsOf(before.report);
  const after = found(before, { camera: 'skipped', picture: 'notTried', behind: 'notSaid' });
  const left = stepsOf(after.report);
  if (before.at === 'ready' || left.includes(before.at)) return after;

  // The screen that it was on is gone with the camera.
  const later = steps.slice(steps.indexOf(before.at) + 1);
  return { ...after, at: later.find((step) => left.includes(step)) ?? 'ready' };
}

function opened(before: Progress, { camera, microphone }: Extract<CheckEvent, { is: 'opened' }>): Progress {
  const after = found(before, {
    camera: foundOf(camera, before.report.camera),
    microphone: foundOf(microphone, 'notTried'),
    picture: camera === 'works' ? before.report.picture : 'notTried',
  });
  const trouble = troubleOf(camera, microphone);
  const at = trouble === null ? firstStep(after.report) : 'trouble';

  return { ...after, at, trouble };
}
