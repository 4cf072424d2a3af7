import type { Can } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import type { LineDevice, RosterLine } from '../roster/rosterLines.ts';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import styles from './SaidAlone.module.css';

const WORDS = ROOMS.alone;

interface SaidAloneProps {
  readonly line: RosterLine;
  readonly can: Can;
  readonly send: Send;
}

/** [PRIV-8] Beside the person: what they said of being alone in this room, without a word, and the way to ask once more. */
export function SaidAlone({ line, can, send }: SaidAloneProps): ReactNode {
  return line.devices.map((device) => (
    <OfDevice key={device.seen.session} name={line.name} device={device} can={can} send={send} />
  ));
}

function OfDevice({
  name,
  device,
  can,
  send,
}: Pick<SaidAloneProps, 'can' | 'send'> & { name: string; device: LineDevice }) {
  const { act, isBusy, refused } = useAct(send);
  const { alone, seen } = device;
  if (alone === null) return null;

  const says = alone.said === null ? null : WORDS.said[alone.said];
  return (
    <div className={styles.said}>
      {says !== null && <span>{says}</span>}
      {alone.isAsked && <span className={styles.asked}>{WORDS.asked}</span>}
      {!alone.isAsked && can[`alone.ask:${seen.session}`] === 'yes' && (
        <Button kind="quiet" busy={isBusy} onClick={() => void act({ type: 'alone.ask', session: seen.session })}>
          {WORDS.ask} <Unseen>({name})</Unseen>
        </Button>
      )}
      {refused && <p role="alert">{refused}</p>}
    </div>
  );
}
