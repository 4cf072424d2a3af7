import type { RoomView, VisitView } from '@doorstep/shared/visit/viewShape.ts';

/** Whether this is what somebody sees who is in a room. */
export const isRoom = (view: VisitView): view is RoomView => view.screen === 'room';
