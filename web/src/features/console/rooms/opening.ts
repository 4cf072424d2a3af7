import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Mark } from '@doorstep/shared/visit/rooms/state.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { roomLines } from './overview.ts';

const ALL: readonly Mark[] = ['blue', 'green', 'yellow', 'purple', 'orange', 'grey'];

/** The marks that no room of this visit has. */
export function freeMarks({ console }: Pick<RoomView, 'console'>): readonly Mark[] {
  const taken = (console?.rooms ?? []).map(({ mark }) => mark);

  return ALL.filter((mark) => !taken.includes(mark));
}

interface Other {
  readonly session: SessionId;
  readonly name: string;
}

/** Every device with a seat but this one, wherever it sits. */
export const seatedOthers = (view: RoomView): readonly Other[] =>
  roomLines(view).flatMap(({ people }) =>
    people.filter(({ isMe }) => !isMe).map(({ session, name }) => ({ session, name })),
  );
