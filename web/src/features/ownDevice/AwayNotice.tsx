import { EyeOff } from 'lucide-react';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { OWN_DEVICE } from '../../content/staff/ownDevice.ts';
import { pageAttention } from '../../media/condition/attention.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Absence } from './Absence.ts';
import { sayAway } from './sayAway.ts';

/** [DEV-5] For the one who was away, when they are back; it goes nowhere else. */
export function AwayNotice({ onGone }: { onGone: () => void }): ReactNode {
  const [absence] = useState(() => new Absence(pageAttention(), () => Date.now()));
  const awayMs = useSyncExternalStore(absence.subscribe, absence.awayMs, absence.awayMs);
  useEffect(() => absence.start(), [absence]);
  const dismiss = (): void => {
    absence.dismiss();
    onGone();
  };
  return (
    <div role="status">
      {awayMs !== null && (
        <Notice icon={EyeOff}>
          <p>{OWN_DEVICE.away.says(sayAway(awayMs))}</p>
          <Button onClick={dismiss}>{OWN_DEVICE.away.understood}</Button>
        </Notice>
      )}
    </div>
  );
}
