import type { HelpHint } from '@doorstep/shared/visit/checks/state.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Role } from '@doorstep/shared/visit/people.ts';
import type { Can, HelpView } from '@doorstep/shared/visit/viewShape.ts';
import { LifeBuoy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { hints } from '../../../content/family/hints.ts';
import { readerOf } from '../../../content/family/reader.ts';
import { STAFF_REFUSALS } from '../../../content/refusals.ts';
import { HELP, HINTS } from '../../../content/staff/help.ts';
import { SHELL } from '../../../content/staff/shell.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import { WithName } from '../../../ui/WithName.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import styles from './Help.module.css';

interface HelpMenuProps {
  readonly session: SessionId;
  readonly name: string;
  readonly role: Role;
  readonly help: HelpView;
  /** These stand first. */
  readonly suggested: readonly HelpHint[];
  readonly can: Can;
  readonly send: Send;
}

/** [JOIN-6] A short message to one device, from a closed list; and which one is on its screen now. */
export function HelpMenu(props: HelpMenuProps): ReactNode {
  const { session, name, role, help, can } = props;
  const [isOpen, setOpen] = useState(false);
  const maySend = can[`help.send:${session}`];
  if (maySend === undefined) return null;
  return (
    <>
      {help.hint && <p className={styles.sent}>{HELP.sent(hints[readerOf(role)][help.hint])}</p>}
      <Button
        kind="quiet"
        icon={LifeBuoy}
        unable={maySend === 'yes' ? null : STAFF_REFUSALS[maySend]}
        onClick={() => setOpen(true)}
      >
        {HELP.send} <Unseen>{HELP.sendTo(name)}</Unseen>
      </Button>
      {isOpen && <Hints {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

const ALL: readonly HelpHint[] = [
  'takeYourTime',
  'tapCamera',
  'turnSideways',
  'faceTheCamera',
  'moreLight',
  'speakUp',
  'turnSoundUp',
  'closeOtherApps',
  'useWifi',
  'openInBrowser',
  'weWillPhone',
];

function Hints({ session, name, role, suggested, send, onClose }: HelpMenuProps & { onClose: () => void }): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const choose = async (hint: HelpHint): Promise<void> => {
    if (!isBusy && (await act({ type: 'help.send', session, hint }))) onClose();
  };
  const words = hints[readerOf(role)];
  const sorted = [...suggested, ...ALL.filter((hint) => !suggested.includes(hint))];
  return (
    <Dialog heading={<WithName says={HELP.heading} name={name} />} onClose={onClose}>
      <p>{HELP.what}</p>
      {refused && (
        <Notice tone="danger" live="alert">
          <p>{refused}</p>
        </Notice>
      )}
      <ul className={styles.hints}>
        {sorted.map((hint) => (
          <li key={hint}>
            <button
              type="button"
              className={classes(styles.hint, suggested.includes(hint) && styles.fits)}
              onClick={() => void choose(hint)}
            >
              <strong>{HINTS[hint]}</strong>
              {suggested.includes(hint) && <span className={styles.why}>{HELP.fits}</span>}
              <span className={styles.words}>{words[hint]}</span>
            </button>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button onClick={onClose}>{SHELL.cancel}</Button>
      </DialogActions>
    </Dialog>
  );
}
