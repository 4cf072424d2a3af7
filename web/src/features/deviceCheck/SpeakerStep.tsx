import { ArrowRight, Check as Tick, Volume2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { deviceCheck } from '../../content/family/deviceCheck.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Check } from './check.ts';
import styles from './DeviceCheck.module.css';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './Steps.tsx';
import { playNotes } from './sounds.ts';
import { useSounding } from './useSounding.ts';

/** [JOIN-4] Two soft notes, and “Did you hear it?”. */
export function SpeakerStep({ check, instead }: StepProps): ReactNode {
  const { reader, progress } = check;
  const say = deviceCheck[reader].speaker;
  const [played, setPlayed] = useState(false);
  const [playing, setPlaying] = useState(false);
  const sound = useSounding();
  const play = (): void => {
    setPlayed(true);
    setPlaying(true);
    sound(() => playNotes(() => setPlaying(false)));
  };

  return (
    <StepFrame check={check} heading={say.heading} instead={instead}>
      <p>{say.why}</p>
      <div role="status" className={styles.said}>
        {progress.report.speaker === 'notHeard' && <Advice check={check} />}
      </div>
      <Button kind={played ? 'secondary' : 'primary'} large wide icon={Volume2} busy={playing} onClick={play}>
        {played ? say.playAgain : say.play}
      </Button>
      {played && <Answers check={check} />}
    </StepFrame>
  );
}

function Advice({ check: { reader, onApple } }: { check: Check }): ReactNode {
  const say = deviceCheck[reader].speaker;

  return (
    <Notice tone="attention" icon={Volume2}>
      <p>{say.advice}</p>
      {onApple && <p>{say.onIphone}</p>}
    </Notice>
  );
}

function Answers({ check: { reader, progress, tell } }: { check: Check }): ReactNode {
  const { speaker: say, frame } = deviceCheck[reader];
  const wasNotHeard = progress.report.speaker === 'notHeard';

  return (
    <>
      <Button kind="primary" large wide icon={Tick} onClick={() => tell({ is: 'speaker', heard: true })}>
        {say.yes}
      </Button>
      {wasNotHeard ? (
        <Button large wide icon={ArrowRight} onClick={() => tell({ is: 'next' })}>
          {frame.next}
        </Button>
      ) : (
        <Button large wide icon={X} onClick={() => tell({ is: 'speaker', heard: false })}>
          {say.no}
        </Button>
      )}
    </>
  );
}
