import type { Blur } from '@doorstep/shared/visit/condition/state.ts';
import type { Hears } from '../../media/condition/Hearing.ts';
import type { Interrupted } from '../../media/LocalMedia.ts';
import type { MediaClientState } from '../../media/MediaClient.ts';
import type { VisitClientState } from '../../visit/VisitClient.ts';

/** What a person has to know or do now; one thing at a time. */
export type Trouble =
  | 'none'
  | 'reconnecting'
  | 'tapToHear'
  | 'noLoudspeaker'
  | 'gettingSoundBack'
  | 'microphoneTaken'
  | 'cameraTaken'
  | 'bothTaken'
  | 'microphoneStopped'
  | 'cameraStopped'
  | 'blurred'
  | 'mediaFailed'
  | 'microphoneReplaced'
  | 'cameraReplaced';

export interface Signs {
  readonly connection: VisitClientState['connection'];
  readonly media: MediaClientState['phase'];
  readonly hears: Hears;
  readonly interrupted: Interrupted;
  readonly blur: Blur;
  /** Wanted, and yet not there. */
  readonly cameraMissing: boolean;
  readonly microphoneMissing: boolean;
  /** What was replaced a moment ago without anybody's doing. */
  readonly replaced: 'nothing' | 'camera' | 'microphone';
}

const OF_HEARING = {
  needsTap: 'tapToHear',
  interrupted: 'tapToHear',
  noOutput: 'noLoudspeaker',
  line: 'gettingSoundBack',
} as const;
const OF_TAKEN = { camera: 'cameraTaken', microphone: 'microphoneTaken', both: 'bothTaken' } as const;
const OF_REPLACED = { nothing: 'none', camera: 'cameraReplaced', microphone: 'microphoneReplaced' } as const;

/**
 * The worst of what is wrong. Hearing comes first, since who cannot hear is not heard or seen (SAFE-5); then being heard, then being seen,
 * and what a tap can mend before what only time can.
 */
export function troubleOf(signs: Signs): Trouble {
  const { connection, media, hears, interrupted } = signs;
  if (connection !== 'connected') return 'reconnecting';
  if (media === 'failed') return 'mediaFailed';
  if (hears !== 'yes') return OF_HEARING[hears];
  if (media === 'recovering') return 'reconnecting';
  if (interrupted !== 'nothing') return OF_TAKEN[interrupted];
  if (signs.microphoneMissing) return 'microphoneStopped';
  if (signs.cameraMissing) return 'cameraStopped';

  return signs.blur === 'on' ? 'blurred' : OF_REPLACED[signs.replaced];
}

/** [PRIV-3] On the way from one room to another there is no line, which is no trouble; what the device itself has lost is told all the same. */
export const troubleToTell = (trouble: Trouble, isMoving: boolean): Trouble =>
  isMoving && (trouble === 'reconnecting' || trouble === 'gettingSoundBack') ? 'none' : trouble;

/** Those of which the person has to read in large letters, over the faces, that they cannot hear. */
export type Deafness = (typeof OF_HEARING)[keyof typeof OF_HEARING];

export const isDeafness = (trouble: Trouble): trouble is Deafness =>
  trouble === 'tapToHear' || trouble === 'noLoudspeaker' || trouble === 'gettingSoundBack';
