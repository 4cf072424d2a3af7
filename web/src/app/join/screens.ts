import type { DoorRefusal } from '@doorstep/shared/protocol/socket.ts';
import type { DoorView } from '@doorstep/shared/visit/doorViewShape.ts';
import type { OutView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { Ending } from '../../features/goodbye/Goodbye.tsx';
import type { VisitClientState } from '../../visit/VisitClient.ts';

/** The family's screens once the link was taken. */
export type FamilyScreen =
  | { readonly is: 'opening' }
  | { readonly is: 'invited' | 'deviceCheck' | 'household' | 'lobby'; readonly door: DoorView }
  | { readonly is: 'call'; readonly view: RoomView }
  | { readonly is: 'out'; readonly out: OutView }
  /** The server will not have this page as it is. */
  | { readonly is: 'shut'; readonly why: Ending };

const SHUT: Readonly<Record<Exclude<DoorRefusal, 'closing'>, Ending>> = {
  reload: 'reload',
  // This browser has forgotten who it was; the link may well be good.
  notSignedIn: 'openAgain',
  tooMany: 'busy',
  elsewhere: 'elsewhere',
};

/** What the page knows and the visit does not (yet). */
export interface OwnSteps {
  /** Who asked, and when. */
  readonly hasRead: boolean;
  /** Through with the device check, and not yet asked who is there. Whoever has said so before is not asked again. */
  readonly isReady: boolean;
  /** Has pressed Leave: gone at once, also where the line is lost and the visit hears of it later. */
  readonly isLeaving: boolean;
}

/** Which screen it is. The visit decides, but for the page's own steps. */
export function screenOf({ view, goodbye }: VisitClientState, { hasRead, isReady, isLeaving }: OwnSteps): FamilyScreen {
  if (goodbye !== null && goodbye !== 'closing') return { is: 'shut', why: SHUT[goodbye] };
  if (view === null) return { is: 'opening' };
  if (isLeaving && view.screen !== 'out') return { is: 'shut', why: 'left' };

  switch (view.screen) {
    case 'arriving':
      return { is: isReady ? 'household' : hasRead ? 'deviceCheck' : 'invited', door: view };
    case 'waiting':
      return { is: 'lobby', door: view };
    case 'room':
      return { is: 'call', view };
    case 'out':
      return { is: 'out', out: view };
    case 'preparing':
      // A professional's view: no link leads to it.
      return { is: 'shut', why: 'linkClosed' };
  }
}
