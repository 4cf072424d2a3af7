import type { Interrupted } from '../../media/LocalMedia.ts';
import type { LoudspeakerState } from '../../media/Loudspeaker.ts';
import type { MediaClientState } from '../../media/MediaClient.ts';
import type { VisitClientState } from '../../visit/VisitClient.ts';

/** What a person has to know or do now; one thing at a time. */
export type Trouble = 'none' | 'reconnecting' | 'tapToHear' | 'microphoneStopped' | 'cameraStopped' | 'mediaFailed';

export interface Signs {
  readonly connection: VisitClientState['connection'];
  readonly media: MediaClientState['phase'];
  readonly sound: LoudspeakerState['sound'];
  readonly interrupted: Interrupted;
  /** Wanted, and yet not there. */
  readonly cameraMissing: boolean;
  readonly microphoneMissing: boolean;
}

/** The worst of what is wrong. Being heard comes before being seen, and what a tap can mend before what only time can. */
export function troubleOf(signs: Signs): Trouble {
  const { connection, media, sound, interrupted } = signs;
  if (connection !== 'connected' || media === 'recovering') return 'reconnecting';
  if (sound === 'needsTap') return 'tapToHear';
  if (interrupted === 'microphone' || interrupted === 'both' || signs.microphoneMissing) return 'microphoneStopped';
  if (interrupted === 'camera' || signs.cameraMissing) return 'cameraStopped';

  return media === 'failed' ? 'mediaFailed' : 'none';
}
