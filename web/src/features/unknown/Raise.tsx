import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { Ear, UserRoundX } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { SHELL } from '../../content/staff/shell.ts';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { sayClock } from '../../content/times.ts';
import type { Drafts } from '../../drafts/Drafts.ts';
import { useDraft } from '../../drafts/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, TextArea } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { roomKeyOf } from '../../visit/ownRoom.ts';
import { beginRaising, RAISE_HEADING, type RaisedAbout } from './beginRaising.ts';
import { mattersOf } from './mattersOf.ts';
import { devicesToRaise } from './raising.ts';
import styles from './UnknownAlerts.module.css';
import type { Act } from './UnknownAlerts.tsx';

const WORDS = UNKNOWN.raise;

interface RaiseProps {
  readonly view: RoomView;
  readonly act: Act;
  readonly drafts: Drafts;
}

/** [UNK-3] One press away for every professional in the room: somebody on a device, or seen or heard beside one. */
export function Raise(props: RaiseProps): ReactNode {
  const { view, drafts } = props;
  const [raising] = useDraft(drafts, 'raise');
  const [told, setTold] = useDraft(drafts, 'told');
  const isHost = view.console !== null;
  const host = view.people.find(({ role }) => role === 'host')?.name ?? '';
  const done = (): void => {
    drafts.drop('raise');
    if (mattersOf(view) !== null) drafts.write('open', 'mine');
    if (!isHost) setTold(WORDS.told(host, sayClock(Date.now())));
  };
  const close = (): void => drafts.drop('raise');
  return (
    <div className={styles.raise}>
      {raising === '' && (
        <div className={styles.raiseButtons}>
          <Button icon={UserRoundX} onClick={() => beginRaising(drafts, 'device', null)}>
            {WORDS.device}
          </Button>
          <Button icon={Ear} onClick={() => beginRaising(drafts, 'nearby', null)}>
            {WORDS.nearby}
          </Button>
        </div>
      )}
      {(raising === 'device' || raising === 'nearby') && (
        <RaiseForm key={raising} {...props} about={raising} host={isHost ? null : host} onDone={done} onClose={close} />
      )}
      {told !== '' && (
        <Notice tone="good" live="status">
          <p>{told}</p>
          <Button onClick={() => setTold('')}>{WORDS.toldDone}</Button>
        </Notice>
      )}
    </div>
  );
}

interface RaiseFormProps extends RaiseProps {
  readonly about: RaisedAbout;
  /** Who will be told; null when it is oneself. */
  readonly host: string | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function RaiseForm({ view, act, drafts, about, host, onDone, onClose }: RaiseFormProps): ReactNode {
  const devices = devicesToRaise(view, about);
  const [which, setWhich] = useDraft(drafts, 'raise-which', devices[0]?.value ?? '');
  // Somebody may have left since they were chosen.
  const chosen = devices.find(({ value }) => value === which)?.value ?? devices[0]?.value;
  // What was written of one device is never said of another, and what was written in one room not in another (PRIV-2).
  const [words, setWords] = useDraft(drafts, `raise-words-${roomKeyOf(view)}-${chosen}`);
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const raise = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (chosen === undefined || isBusy) return;
    const session = chosen === '' ? null : chosen;
    setBusy(true);
    const why = await act({ type: 'unknown.notice', about, session, words });
    setBusy(false);
    setRefused(why);
    if (why === null) onDone();
  };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void raise(event)}>
      <h3 id={RAISE_HEADING} tabIndex={-1} className={styles.step}>
        {about === 'device' ? WORDS.deviceHeading : WORDS.nearbyHeading}
      </h3>
      <SelectField
        label={about === 'device' ? WORDS.which : WORDS.near}
        value={chosen ?? ''}
        onValue={setWhich}
        options={devices}
      />
      <TextArea label={WORDS.words} hint={WORDS.wordsHint} value={words} onValue={setWords} rows={2} maxLength={500} />
      <p className={styles.facts}>{host === null ? WORDS.tellsNobody : WORDS.tells(host)}</p>
      {refused && <p role="alert">{refused}</p>}
      <div className={styles.acts}>
        <Button type="submit" kind="primary" busy={isBusy}>
          {WORDS.yes}
        </Button>
        <Button onClick={onClose}>{SHELL.cancel}</Button>
      </div>
    </form>
  );
}
