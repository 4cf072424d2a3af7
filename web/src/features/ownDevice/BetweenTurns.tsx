import { Mic, MicOff } from 'lucide-react';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { OWN_DEVICE } from '../../content/staff/ownDevice.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { HoldToTalk } from './HoldToTalk.ts';
import { listenForHold } from './holdKey.ts';
import styles from './OwnDevice.module.css';
import type { Turns, TurnsMemory } from './turns.ts';

const WORDS = OWN_DEVICE.turns;

interface BetweenTurnsProps {
  readonly local: LocalMedia;
  readonly memory: TurnsMemory;
  /** In a conference, where many listen: asked for more plainly than offered. */
  readonly prompts: boolean;
  /** The focus has lost its place. */
  readonly onGone: () => void;
}

/** [DEV-4] Whoever wears no headset may keep the microphone closed and hold it open to talk; or say no, once. */
export function BetweenTurns({ local, memory, prompts, onGone }: BetweenTurnsProps): ReactNode {
  const [turns, setTurns] = useState<Turns>(() => memory.recall());
  const [justAccepted, setJustAccepted] = useState(false);
  const become = (next: Turns): void => {
    memory.keep(next);
    setTurns(next);
  };
  const accept = (): void => {
    void local.setMicrophone(false);
    setJustAccepted(true);
    become('on');
  };
  const end = (): void => {
    become('over');
    onGone();
  };
  if (turns === 'on') return <Hold local={local} takesFocus={justAccepted} onClose={accept} onEnd={end} />;
  if (turns !== 'offered') return null;
  return (
    <Notice tone={prompts ? 'attention' : 'plain'} icon={MicOff} heading={WORDS.heading} live="status">
      <p>{WORDS.offer}</p>
      <div className={styles.acts}>
        <Button kind={prompts ? 'primary' : 'secondary'} onClick={accept}>
          {WORDS.accept}
        </Button>
        <Button kind="quiet" onClick={end}>
          {WORDS.decline}
        </Button>
      </div>
    </Notice>
  );
}

interface HoldProps {
  readonly local: LocalMedia;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

function Hold({ local, takesFocus, onClose, onEnd }: HoldProps): ReactNode {
  const [hold] = useState(() => new HoldToTalk(local));
  const isHeld = useSyncExternalStore(hold.subscribe, hold.isHeld, hold.isHeld);
  const { microphoneOn } = useLocalMedia(local);
  useEffect(() => listenForHold(hold), [hold]);
  const isOpenAnyway = microphoneOn && !isHeld;
  return (
    <section className={styles.turns} aria-label={WORDS.hold}>
      <div className={styles.acts}>
        {isOpenAnyway ? (
          <Button icon={MicOff} onClick={onClose}>
            {WORDS.accept}
          </Button>
        ) : (
          <HoldButton hold={hold} isHeld={isHeld} takesFocus={takesFocus} />
        )}
        <Button kind="quiet" onClick={onEnd}>
          {WORDS.stop}
        </Button>
      </div>
      {/* Under the button, which must not move from under a finger when the words change. */}
      <p>{isOpenAnyway ? WORDS.isOn : isHeld ? WORDS.letGo : WORDS.how}</p>
    </section>
  );
}

function HoldButton({
  hold,
  isHeld,
  takesFocus,
}: {
  hold: HoldToTalk;
  isHeld: boolean;
  takesFocus: boolean;
}): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  const isHoldKey = ({ code }: KeyboardEvent): boolean => code === 'Space' || code === 'Enter';
  const press = (event: KeyboardEvent): void => {
    if (!isHoldKey(event)) return;
    event.preventDefault();
    if (!event.repeat) hold.press('key');
  };
  const touch = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    hold.press('pointer');
  };
  const letGo = (): void => hold.release('pointer');
  return (
    <button
      ref={button}
      type="button"
      className={classes(styles.hold, isHeld && styles.held)}
      onKeyDown={press}
      onKeyUp={(event) => isHoldKey(event) && hold.release('key')}
      onBlur={() => hold.release('key')}
      onPointerDown={touch}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onLostPointerCapture={letGo}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Icon of={isHeld ? Mic : MicOff} />
      <span>{isHeld ? WORDS.held : WORDS.hold}</span>
    </button>
  );
}
