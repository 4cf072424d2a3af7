import type { MatterView, PreparingView, RoomView } from '@doorstep/shared/visit/viewShape.ts';

/** [UNK-1] The matters that are this professional's to deal with, as host or as chair; null for everybody else. */
export const mattersOf = ({
  console,
  chair,
}: Pick<RoomView | PreparingView, 'console' | 'chair'>): readonly MatterView[] | null =>
  console?.unknowns ?? chair?.unknowns ?? null;
