import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Mark, Told } from '@doorstep/shared/visit/rooms/state.ts';
import type { RoomOverview } from '@doorstep/shared/visit/roomViewShape.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useEffect, useState } from 'react';
import { STAFF_REFUSALS } from '../../../content/refusals.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import type { Send } from '../send.ts';

export interface Wish {
  readonly mark: Mark;
  readonly told: Told;
  readonly enters: boolean;
  readonly asked: readonly { readonly session: SessionId; readonly name: string }[];
}

/** What is wished for a room once it is open: first that somebody is there, then that others come. */
async function furnish(send: Send, { id }: RoomOverview, { enters, asked }: Wish): Promise<readonly string[]> {
  const notDone: string[] = [];
  const attempt = async (what: string, command: Parameters<Send>[0]): Promise<void> => {
    const answer = await send(command);
    if (!answer.ok) notDone.push(ROOMS.open.notDone(what, STAFF_REFUSALS[answer.refusal]));
  };
  if (enters) await attempt(ROOMS.open.enter, { type: 'room.enter', room: id });
  for (const { session, name } of asked) {
    await attempt(ROOMS.ask.whom(name), { type: 'room.invite', room: id, session });
  }

  return notDone;
}

/** Opens a room, and once the view shows it does the rest; what was refused of that is said, and the room is open all the same. */
export function useOpening(view: RoomView, send: Send, onDone: () => void) {
  const [wish, setWish] = useState<Wish | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [notDone, setNotDone] = useState<readonly string[]>([]);
  const room = wish === null ? undefined : view.console?.rooms.find(({ mark }) => mark === wish.mark);
  const isThere = room !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the room is there; the view changes while it is done
  useEffect(() => {
    if (wish === null || room === undefined) return;
    setWish(null);
    void furnish(send, room, wish).then((failed) => {
      setBusy(false);
      if (failed.length === 0) onDone();
      else setNotDone(failed);
    });
  }, [isThere]);

  const open = async (wished: Wish): Promise<void> => {
    setBusy(true);
    const { mark, told } = wished;
    const answer = await send({ type: 'room.open', mark, told });
    if (answer.ok) return setWish(wished);
    setBusy(false);
    setRefused(STAFF_REFUSALS[answer.refusal]);
  };

  return { open, isBusy, refused, notDone };
}
