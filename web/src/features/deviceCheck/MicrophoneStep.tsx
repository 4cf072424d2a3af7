import { ArrowRight, AudioLines, Mic } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { Button } from '../../ui/Button.tsx';
import type { Check } from './check.ts';
import styles from './DeviceCheck.module.css';
import { DeviceChoice } from './DeviceChoice.tsx';
import { Meter } from './Meter.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './Steps.tsx';
import { hearMyself } from './sounds.ts';
import { useSounding } from './useSounding.ts';

/** [JOIN-4] The bar moves with the voice, and two seconds of it are heard again. */
export function MicrophoneStep({ check, instead }: StepProps): ReactNode {
  const { reader, local, tell, asking, open } = check;
  const { microphone, camera } = useLocalMedia(local);
  const { microphone: say, frame } = deviceCheck[reader];

  return (
    <StepFrame check={check} heading={say.heading} instead={instead}>
      {microphone === null ? (
        <>
          <p>{say.off}</p>
          <Button wide icon={Mic} busy={asking} onClick={() => open(camera !== null)}>
            {say.turnOn}
          </Button>
        </>
      ) : (
        <>
          <Meter check={check} />
          <HearMyself check={check} microphone={microphone} />
        </>
      )}
      <Button kind="primary" large wide icon={ArrowRight} onClick={() => tell({ is: 'next' })}>
        {frame.next}
      </Button>
      <DeviceChoice local={local} kind="microphone" words={{ label: say.microphone, change: say.change }} />
    </StepFrame>
  );
}

type Phase = 'notYet' | 'speaking' | 'playing' | 'done';

function HearMyself({ check: { reader }, microphone }: { check: Check; microphone: MediaStreamTrack }): ReactNode {
  const say = deviceCheck[reader].microphone;
  const [phase, setPhase] = useState<Phase>('notYet');
  const sound = useSounding();
  if (typeof AudioContext === 'undefined') return null;

  const busy = phase === 'speaking' || phase === 'playing';
  const start = (): void => {
    setPhase('speaking');
    sound(() => hearMyself(microphone, setPhase));
  };
  return (
    <div className={styles.together}>
      <Button large wide icon={AudioLines} busy={busy} onClick={start}>
        {phase === 'done' ? say.again : say.hearMyself}
      </Button>
      <p role="status" className={styles.quiet}>
        {phase === 'speaking' ? say.speakNow : phase === 'playing' ? say.playing : say.notKept}
      </p>
    </div>
  );
}
