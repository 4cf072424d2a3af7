import type { InvitationLink } from '@doorstep/shared/protocol/http.ts';
import type { InvitationId } from '@doorstep/shared/visit/ids.ts';
import { Check, Copy } from 'lucide-react';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { SHELL } from '../../content/staff/shell.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { staffApi } from '../../http/staffApi.ts';
import { useAnswer } from '../../http/useAnswer.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { WithName } from '../../ui/WithName.tsx';
import styles from './LinkDialog.module.css';
import type { Act } from './useVisitView.ts';

const WORDS = VISIT_PAGE.link;

interface LinkDialogProps {
  readonly visit: string;
  readonly name: string;
  readonly invitation: InvitationId;
  readonly sent: boolean;
  readonly act: Act;
  readonly onClose: () => void;
}

type Copying = 'not' | 'done' | 'byHand';

/** One person's link, to be copied or scanned. Marking it as sent stays the host's own word: copying is not sending. */
export function LinkDialog({ visit, name, invitation, sent, act, onClose }: LinkDialogProps): ReactNode {
  const question = useCallback(() => staffApi.link(visit, invitation), [visit, invitation]);
  const { value: link, problem } = useAnswer(question);
  const [copying, setCopying] = useState<Copying>('not');
  const [refused, setRefused] = useState<string | null>(null);

  const markSent = async (): Promise<void> => {
    const how = copying === 'not' ? 'shownAsQr' : 'copied';
    const why = await act({ type: 'invitation.markSent', invitation, how });
    setRefused(why);
    if (why === null) onClose();
  };
  return (
    <Dialog heading={<WithName says={WORDS.heading} name={name} />} onClose={onClose} wide covers>
      <p>
        <WithName says={WORDS.onlyFor} name={name} />
      </p>
      {(problem ?? refused) && (
        <Notice tone="danger" live="alert">
          <p>{problem ?? refused}</p>
        </Notice>
      )}
      {link && <Ways name={name} link={link} copying={copying} onCopying={setCopying} />}
      <DialogActions>
        {!sent && (
          <Button icon={Check} onClick={() => void markSent()}>
            {WORDS.markSent}
          </Button>
        )}
        <Button onClick={onClose}>{SHELL.close}</Button>
      </DialogActions>
    </Dialog>
  );
}

interface WaysProps {
  readonly name: string;
  readonly link: InvitationLink;
  readonly copying: Copying;
  readonly onCopying: (copying: Copying) => void;
}

function Ways({ name, link, copying, onCopying }: WaysProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const copy = async (): Promise<void> => {
    field.current?.select();
    onCopying((await toClipboard(link.url)) ? 'done' : 'byHand');
  };
  return (
    <div className={styles.ways}>
      <figure className={styles.qr}>
        {/* biome-ignore lint/performance/noImgElement: a picture that came with the answer; there is nothing to optimise */}
        <img src={`data:image/svg+xml,${encodeURIComponent(link.qr)}`} alt={WORDS.qr(name)} />
        <figcaption>{WORDS.qrHint}</figcaption>
      </figure>
      <div className={styles.copy}>
        <TextField ref={field} label={WORDS.address} value={link.url} onValue={() => undefined} readOnly />
        <Button kind="primary" icon={Copy} onClick={() => void copy()}>
          {WORDS.copy}
        </Button>
        <p role="status" className={styles.copied}>
          {copying === 'done' && WORDS.copied}
          {copying === 'byHand' && WORDS.copyByHand}
        </p>
      </div>
    </div>
  );
}

/** False where pages may not write to the clipboard: over plain http, or when refused. */
const toClipboard = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
