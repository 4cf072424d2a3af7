import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { FamilyCallParts } from '../../features/familyCall/FamilyCall.tsx';
import { createMediaClient } from '../../media/createMediaClient.ts';
import { LocalMedia } from '../../media/LocalMedia.ts';
import { Loudspeaker } from '../../media/Loudspeaker.ts';
import { MediaRest } from '../../media/MediaRest.ts';
import { createVisitClient } from '../../visit/createVisitClient.ts';

/** Everything that this tab holds of its visit, from the moment that the link was taken. */
export interface FamilyVisit extends FamilyCallParts {
  readonly session: SessionId;
  readonly rest: MediaRest;
  /** Ends the line and turns camera and microphone off. */
  close(): void;
}

/** Opens the line to the visit; asks for no camera yet. */
export function openFamilyVisit(session: SessionId): FamilyVisit {
  const visit = createVisitClient(session);
  const local = new LocalMedia();
  const media = createMediaClient(visit, local);
  const loudspeaker = new Loudspeaker();
  const close = (): void => {
    local.stop();
    media.close();
    loudspeaker.stop();
    visit.close();
  };

  return { session, rest: new MediaRest(local), visit, local, media, loudspeaker, close };
}
