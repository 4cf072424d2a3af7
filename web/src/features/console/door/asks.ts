import type { HelpAsked } from '@doorstep/shared/visit/checks/state.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { HELP } from '../../../content/staff/help.ts';
import { placesOf } from '../roster/devicePlaces.ts';

export interface Ask {
  readonly session: SessionId;
  readonly name: string;
  readonly what: HelpAsked;
}

/** [JOIN-6] Who asks something of the host that has not been seen to. */
export const asksOf = ({ console }: Pick<RoomView, 'console'>): readonly Ask[] =>
  (console?.roster ?? []).flatMap(({ name, asks }) => (asks === null ? [] : [{ name, ...asks }]));

/** [JOIN-6] Everything that is asked of the host and not yet seen to, for reading out. */
export const sayAsks = (view: Pick<RoomView, 'console'>): string =>
  asksOf(view)
    .map(({ name, what }) => HELP.asked[what](name))
    .join('. ');

/** [JOIN-6] What is asked from inside, or by somebody who has gone, to wait for a call; at the door it stands with whoever asks. */
export function asksFromElsewhere(view: RoomView): readonly Ask[] {
  const placeOf = placesOf(view);
  const known = new Set((view.console?.roster ?? []).flatMap(({ devices }) => devices.map(({ session }) => session)));
  return asksOf(view).filter(
    ({ session }) => ['inside', 'elsewhere'].includes(placeOf(session)) || !known.has(session),
  );
}
