import type { RoomId } from '../ids.ts';

/** Where media mixes. Every visit has its main room; private rooms stand beside it. */
export interface Room {
  readonly id: RoomId;
  readonly kind: 'main' | 'private';
}
