import type { CaptureFound, CheckReport } from '@doorstep/shared/visit/checks/state.ts';
import type { CaptureProblem } from '../../media/capture.ts';
import type { LocalMediaState } from '../../media/LocalMedia.ts';
import type { KnownLine } from '../../media/useNetwork.ts';

/** [DEV-1] [DEV-2] What one says of the device and the room around oneself, as it is kept. */
export type Answers = Required<Pick<CheckReport, 'behind' | 'overheard' | 'headset' | 'equipment'>>;
export type Question = keyof Answers;

/** … and how the line was found to be. */
export type Checked = Answers & Pick<CheckReport, 'network'>;

/** Nothing has to be answered to go in. */
export const NOTHING_SAID: Answers = {
  behind: 'notSaid',
  overheard: 'notSaid',
  headset: 'notSaid',
  equipment: 'notSaid',
};

/** The answers with this question answered. */
export function answered(before: Answers, question: Question, yes: boolean): Answers {
  switch (question) {
    case 'behind':
      return { ...before, behind: yes ? 'fine' : 'toTidy' };
    case 'overheard':
      return { ...before, overheard: yes ? 'yes' : 'no' };
    case 'equipment':
      return { ...before, equipment: yes ? 'authority' : 'personal' };
    case 'headset':
      return { ...before, headset: yes ? 'yes' : 'no' };
  }
}

/** Which answer stands; null while there is none. */
export function chosen(answers: Answers, question: Question): 'yes' | 'no' | null {
  const answer = answers[question];
  if (answer === 'notSaid') return null;
  return answer === 'yes' || answer === 'fine' || answer === 'authority' ? 'yes' : 'no';
}

/** Whether this answer calls for a word on what to do; none of them keeps anybody out. */
export const needsAdvice = (answers: Answers, question: Question): boolean =>
  chosen(answers, question) === (question === 'overheard' ? 'yes' : 'no');

type Captured = Pick<LocalMediaState, 'camera' | 'microphone' | 'cameraProblem' | 'microphoneProblem'>;

/** What is known of the line that can be told: nothing of one that was not tried, or not to the end. */
export const gradeKnown = (line: KnownLine): CheckReport['network'] =>
  line === 'busy' || line === 'testing' ? 'notTried' : line;

/** What the visit is told: the answers, how the line is, and how camera and microphone were found. Loudspeaker and light are not tried here. */
export const reportOf = ({ network, ...answers }: Checked, found: Captured): CheckReport => ({
  ...answers,
  network,
  camera: foundAs(found.camera, found.cameraProblem),
  picture: 'notTried',
  microphone: foundAs(found.microphone, found.microphoneProblem),
  speaker: 'notTried',
});

const FOUND: Readonly<Record<CaptureProblem, CaptureFound>> = {
  refused: 'refused',
  noDevice: 'missing',
  inUse: 'inUse',
  insecure: 'failed',
  unsupported: 'failed',
  unknown: 'failed',
};

function foundAs(track: MediaStreamTrack | null, problem: CaptureProblem | null): CaptureFound {
  if (track !== null) return 'works';
  return problem === null ? 'notTried' : FOUND[problem];
}
