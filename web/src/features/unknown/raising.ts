import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { DEVICES } from '../../content/people.ts';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import type { RaisedAbout } from './beginRaising.ts';

/** The empty id stands for "I cannot tell". */
export interface Raisable {
  readonly value: SessionId | '';
  readonly label: string;
}

/** The devices in the room that a notice can be about, or near: never one's own; families' first, since it is their homes that are seen. */
export function devicesToRaise({ people, me }: RoomView, about: RaisedAbout): readonly Raisable[] {
  const others = [...people]
    .sort((a, b) => Number(a.identity === 'signedIn') - Number(b.identity === 'signedIn'))
    .flatMap(({ name, devices }) =>
      devices
        .filter(({ session }) => session !== me.session)
        .map(({ session, device }) => ({ value: session, label: `${name} (${DEVICES[device].toLowerCase()})` })),
    );

  return about === 'device' ? others : [...others, { value: '', label: UNKNOWN.raise.nowhere }];
}
