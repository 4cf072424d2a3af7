import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { MessageCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useUnread } from '../../../visit/useUnread.ts';

/** [PRIV-9] What the host tells this room, for the other professionals in it, until it is read. */
export function HostWords({ view }: { view: RoomView }): ReactNode {
  const [words, onRead] = useUnread(view);
  return (
    <div role="status">
      {view.console === null && words !== null && (
        <Notice icon={MessageCircle}>
          <p dir="auto">{ROOMS.words(words.words)}</p>
          <Button onClick={onRead}>{ROOMS.understood}</Button>
        </Notice>
      )}
    </div>
  );
}
