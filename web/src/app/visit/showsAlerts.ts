import type { PreparingView, VisitView } from '@doorstep/shared/visit/viewShape.ts';

/** [UNK-1] Whether alerts stand outside the room: from the first device that knocks, which may be before the start, to the end. */
export const showsAlerts = (view: VisitView | null): view is PreparingView =>
  view?.screen === 'preparing' && view.phase.is !== 'ended';
