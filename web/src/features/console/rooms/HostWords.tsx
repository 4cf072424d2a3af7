import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { MessageCircle } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';

/** [PRIV-9] What the host tells this room, for the other professionals in it, until it is read. */
export function HostWords({ view }: { view: RoomView }): ReactNode {
  const { words } = view.room;
  const [read, setRead] = useState<number | null>(null);
  const isNew = view.console === null && words !== null && words.at !== read;
  return (
    <div role="status">
      {isNew && (
        <Notice icon={MessageCircle}>
          <p dir="auto">{ROOMS.words(words.words)}</p>
          <Button onClick={() => setRead(words.at)}>{ROOMS.understood}</Button>
        </Notice>
      )}
    </div>
  );
}
