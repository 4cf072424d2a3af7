import type { Instant, ParticipantId } from '../ids.ts';

export type ObservationCommand = {
  readonly type: 'observation.note';
  readonly participant: ParticipantId;
  readonly words: string;
};

export type ObservationEvent = {
  readonly type: 'observation.noted';
  readonly participant: ParticipantId;
  readonly words: string;
  readonly at: Instant;
};
