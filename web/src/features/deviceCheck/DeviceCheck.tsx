import { type ReactNode, useState } from 'react';
import type { Reader } from '../../content/family/reader.ts';
import type { LocalMedia, Wanted } from '../../media/LocalMedia.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { AskForMedia } from './AskForMedia.tsx';
import { CheckMyself } from './CheckMyself.tsx';
import { DeviceTrouble } from './DeviceTrouble.tsx';
import type { Platform, Problem } from './problemSteps.ts';

interface DeviceCheckProps {
  readonly local: LocalMedia;
  readonly reader: Reader;
  /** Who asked for this visit. */
  readonly worker: string;
  readonly platform: Platform;
  readonly phone: string | null;
  /** The knock is under way. */
  readonly going: boolean;
  /** Called inside the person's tap, so that what needs one can be done in it. */
  readonly onReady: () => void;
}

type Trouble = { readonly problem: Problem; readonly soundFailed: boolean } | null;

/** Camera and microphone before going in. The browser is asked only after a button that says why; there is always a way on. */
export function DeviceCheck({ local, reader, worker, platform, phone, going, onReady }: DeviceCheckProps): ReactNode {
  const { camera, microphone } = useLocalMedia(local);
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);

  const ask = async (wanted: Wanted): Promise<void> => {
    setAsking(true);
    const answer = await local.acquire(wanted);
    setAsking(false);
    setTrouble(answer.ok ? null : { problem: answer.problem, soundFailed: wanted.camera === false });
  };

  if (trouble !== null) {
    return (
      <DeviceTrouble
        {...trouble}
        platform={platform}
        phone={phone}
        busy={asking || going}
        onRetry={() => void ask({ camera: !trouble.soundFailed })}
        onSoundOnly={() => void ask({ camera: false })}
        onNeither={onReady}
      />
    );
  }
  if (camera === null && microphone === null) {
    return <AskForMedia reader={reader} worker={worker} asking={asking} onAsk={(wanted) => void ask(wanted)} />;
  }
  return (
    <CheckMyself local={local} reader={reader} isTouch={platform !== 'computer'} going={going} onReady={onReady} />
  );
}
