import { ArrowLeft, LogIn } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ENTERING } from '../../content/staff/entering.ts';
import { SHELL } from '../../content/staff/shell.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { useLocalMedia, useMicrophoneLevel } from '../../media/useLocalMedia.ts';
import { type TryNetwork, useNetwork } from '../../media/useNetwork.ts';
import { Button } from '../../ui/Button.tsx';
import { DevicePicker } from '../../ui/DevicePicker.tsx';
import { LevelBar } from '../../ui/LevelBar.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import { SelfView } from '../../ui/SelfView.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { type Checked, gradeKnown, NOTHING_SAID } from './answers.ts';
import styles from './DeviceCheck.module.css';
import { OwnLine } from './OwnLine.tsx';
import { Surroundings } from './Surroundings.tsx';

interface DeviceCheckProps {
  readonly local: LocalMedia;
  /** Going in also starts the visit. */
  readonly starts: boolean;
  readonly isBusy: boolean;
  readonly refused: string | null;
  /** Measures the line in the background. */
  readonly tryNetwork: TryNetwork;
  readonly onEnter: (checked: Checked) => void;
  readonly onBack: () => void;
}

/** [DEV-3] Oneself, large, before anybody else does; nothing is sent from here. */
export function DeviceCheck(props: DeviceCheckProps): ReactNode {
  const { local, starts, isBusy, refused, tryNetwork, onEnter, onBack } = props;
  usePageTitle(SHELL.titles.check);
  const { camera, facing } = useLocalMedia(local);
  const [answers, setAnswers] = useState(NOTHING_SAID);
  // Not any more once somebody goes in: the call has the line to itself.
  const { line, tryAgain } = useNetwork(tryNetwork, !isBusy);
  return (
    <div className={styles.page}>
      <Button kind="quiet" icon={ArrowLeft} onClick={onBack}>
        {ENTERING.back}
      </Button>
      <ScreenHeading>{ENTERING.heading}</ScreenHeading>
      <div className={styles.columns}>
        <div className={styles.picture}>
          <SelfView track={camera} mirrored={facing === 'user'} without={ENTERING.cameraOff} />
          <p className={styles.hint}>{ENTERING.selfView}</p>
        </div>
        <div className={styles.settings}>
          <Problem local={local} />
          <Devices local={local} />
          <OwnLine line={line} onTryAgain={tryAgain} />
          <Surroundings answers={answers} onAnswers={setAnswers} />
          {refused && (
            <Notice tone="danger" live="alert">
              <p>{refused}</p>
            </Notice>
          )}
          <Button
            kind="primary"
            large
            icon={LogIn}
            busy={isBusy}
            onClick={() => onEnter({ ...answers, network: gradeKnown(line) })}
          >
            {starts ? ENTERING.start : ENTERING.enter}
          </Button>
          {starts && <p className={styles.hint}>{ENTERING.startWhat}</p>}
        </div>
      </div>
    </div>
  );
}

function Devices({ local }: { local: LocalMedia }): ReactNode {
  const { cameras, camera, microphones, microphone } = useLocalMedia(local);
  return (
    <>
      <DevicePicker
        label={ENTERING.whichCamera}
        devices={cameras}
        current={camera?.getSettings().deviceId}
        numbered={ENTERING.deviceNumber}
        onChoose={(id) => void local.chooseCamera(id)}
      />
      <div>
        <DevicePicker
          label={ENTERING.whichMicrophone}
          devices={microphones}
          current={microphone?.getSettings().deviceId}
          numbered={ENTERING.deviceNumber}
          onChoose={(id) => void local.chooseMicrophone(id)}
        />
        <Heard local={local} />
      </div>
    </>
  );
}

function Heard({ local }: { local: LocalMedia }): ReactNode {
  const level = useMicrophoneLevel(local);
  const { microphoneOn } = useLocalMedia(local);
  return (
    <div className={styles.heard}>
      <LevelBar level={level} />
      <p className={styles.hint}>{microphoneOn ? ENTERING.sayHello : ENTERING.muted}</p>
    </div>
  );
}

/** Why there is no picture or sound, and the one thing to do about it. Going in stays possible. */
function Problem({ local }: { local: LocalMedia }): ReactNode {
  const { cameraProblem, microphoneProblem } = useLocalMedia(local);
  const problem = microphoneProblem ?? cameraProblem;
  if (problem === null) return null;

  const words = ENTERING.problems[problem];
  return (
    <Notice tone="attention" live="status" heading={words.heading}>
      <p>{words.what}</p>
      <p>{ENTERING.without}</p>
      <Button onClick={() => void local.acquire()}>{ENTERING.turnOn}</Button>
    </Notice>
  );
}
