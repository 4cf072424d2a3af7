import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';

/** Who is called on to say who they are, from where this device stands. */
export type Turn =
  | { readonly is: 'nobody' }
  | { readonly is: 'mine' }
  /** Somebody beside this very device. */
  | { readonly is: 'besideMe'; readonly name: string }
  | { readonly is: 'other'; readonly name: string };

/** [ROST-3] One at a time. */
export function turnOf({ me, people }: RoomView): Turn {
  if (me.asked.introduce) return { is: 'mine' };

  const beside = people.flatMap(({ devices }) =>
    devices.flatMap((device) => device.beside.map((companion) => ({ ...companion, session: device.session }))),
  );
  const called = beside.find(({ introduced }) => introduced === 'calledOn');
  if (called !== undefined) return { is: called.session === me.session ? 'besideMe' : 'other', name: called.name };

  const person = people.find(({ introduced }) => introduced === 'calledOn');
  return person === undefined ? { is: 'nobody' } : { is: 'other', name: person.name };
}
