import type { LucideIcon } from 'lucide-react';
import { Camera, CameraOff, LogOut, Mic, MicOff, PhoneOff, Settings2, Users, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ControlBar.module.css';

const WORDS = CONSOLE.controls;

interface ControlBarProps {
  readonly local: LocalMedia;
  readonly showing: 'pictures' | 'people';
  readonly mayEnd: boolean;
  readonly onShow: (showing: 'pictures' | 'people') => void;
  readonly onAsk: (what: 'devices' | 'leave' | 'end') => void;
}

/** One's own microphone and camera, and the ways out. */
export function ControlBar(props: ControlBarProps): ReactNode {
  const { local, showing, mayEnd, onShow, onAsk } = props;
  const { microphoneOn, cameraOn } = useLocalMedia(local);
  const other = showing === 'pictures' ? 'people' : 'pictures';
  return (
    <section className={styles.bar} aria-label={WORDS.label}>
      <div className={styles.group}>
        <Turn
          label={WORDS.microphone}
          short={WORDS.microphoneShort}
          on={microphoneOn}
          icons={[Mic, MicOff]}
          onTurn={(on) => void local.setMicrophone(on)}
        />
        <Turn
          label={WORDS.camera}
          on={cameraOn}
          icons={[Camera, CameraOff]}
          onTurn={(on) => void local.setCamera(on)}
        />
        <span className={styles.roomy}>
          <Act icon={Settings2} label={WORDS.devices} onPress={() => onAsk('devices')} />
        </span>
        <span className={styles.narrow}>
          <Act
            icon={other === 'people' ? Users : Video}
            label={other === 'people' ? WORDS.people : WORDS.pictures}
            onPress={() => onShow(other)}
          />
        </span>
      </div>
      <div className={styles.group}>
        <Act icon={LogOut} label={WORDS.leave} onPress={() => onAsk('leave')} />
        {mayEnd && <Act icon={PhoneOff} label={WORDS.end} isDanger onPress={() => onAsk('end')} />}
      </div>
    </section>
  );
}

interface TurnProps {
  readonly label: string;
  /** Where there is little room. */
  readonly short?: string;
  readonly on: boolean;
  readonly icons: readonly [LucideIcon, LucideIcon];
  readonly onTurn: (on: boolean) => void;
}

function Turn({ label, short = label, on, icons, onTurn }: TurnProps): ReactNode {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      className={classes(styles.control, !on && styles.off)}
      onClick={() => onTurn(!on)}
    >
      <Icon of={icons[on ? 0 : 1]} />
      <span>
        <span className={styles.long}>{label}</span>
        <span className={styles.short}>{short}</span> {on ? WORDS.on : WORDS.off}
      </span>
    </button>
  );
}

interface ActProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isDanger?: boolean;
  readonly onPress: () => void;
}

function Act({ icon, label, isDanger = false, onPress }: ActProps): ReactNode {
  return (
    <button type="button" className={classes(styles.control, isDanger && styles.danger)} onClick={onPress}>
      <Icon of={icon} />
      <span>{label}</span>
    </button>
  );
}
