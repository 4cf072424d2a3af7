import type { CheckReport } from '@doorstep/shared/visit/checks/state.ts';
import { type ReactNode, useReducer } from 'react';
import type { Reader } from '../../content/family/reader.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { type TryNetwork, useNetwork } from '../../media/useNetwork.ts';
import { AskForMedia } from './AskForMedia.tsx';
import type { Check } from './check.ts';
import { DeviceTrouble } from './DeviceTrouble.tsx';
import type { Here } from './problemSteps.ts';
import { advance, BEGINNING, type Progress } from './progress.ts';
import { Steps } from './Steps.tsx';
import { useOpening } from './useOpening.ts';
import { useReports } from './useReports.ts';

export interface DeviceCheckProps {
  readonly local: LocalMedia;
  readonly reader: Reader;
  /** Who asked for this visit. */
  readonly worker: string;
  readonly here: Here & { readonly isTouch: boolean };
  readonly phone: string | null;
  readonly tryNetwork: TryNetwork;
  /** To send `check.report`. */
  readonly onReport: (report: CheckReport) => void;
  /** On offer on every screen: a phone call instead. */
  readonly instead: ReactNode;
  /** The knock is under way. */
  readonly going: boolean;
  /** Called inside the person's tap, so that what needs one can be done in it. */
  readonly onReady: () => void;
}

/** [JOIN-4] Camera, microphone, loudspeaker, line and surroundings before going in: one thing on each screen, each to be skipped, or all of it. */
export function DeviceCheck(props: DeviceCheckProps): ReactNode {
  const { local, reader, worker, here, going, onReady, onReport } = props;
  const [progress, tell] = useReducer(advance, local, beginWith);
  const { asking, wanted, open } = useOpening(local, tell);
  const line = useNetwork(props.tryNetwork, isPastPicture(progress), (grade) => tell({ is: 'network', grade }));
  const tellLast = useReports(progress.report, onReport);
  const goIn = (): void => {
    // What is told to the check itself now would go with it.
    tellLast(advance(progress, { is: 'straightIn' }).report);
    onReady();
  };
  const check: Check = {
    ...{ local, reader, worker, progress, tell, asking, going, goIn },
    isTouch: here.isTouch,
    onApple: here.system === 'iphone' || here.system === 'ipad',
    open: (camera) => void open(camera),
  };

  if (progress.at === 'ask') return <AskForMedia check={check} wanted={wanted} instead={props.instead} />;
  if (progress.trouble !== null) {
    const { phone, instead } = props;
    return <DeviceTrouble trouble={progress.trouble} {...{ check, here, wanted, phone, instead }} />;
  }
  return <Steps check={check} line={line} instead={props.instead} />;
}

/** What is on already needs no question: somebody has come back to this screen. */
function beginWith(local: LocalMedia): Progress {
  const { camera, microphone } = local.getState();
  if (camera === null && microphone === null) return BEGINNING;

  const opened = (track: MediaStreamTrack | null) => (track === null ? 'notWanted' : 'works');
  return advance(BEGINNING, { is: 'opened', camera: opened(camera), microphone: opened(microphone) });
}

/** The line is tried while the person listens, so that the answer is there when they come to it. */
const isPastPicture = ({ at }: Progress): boolean =>
  at !== 'ask' && at !== 'trouble' && at !== 'picture' && at !== 'microphone';
