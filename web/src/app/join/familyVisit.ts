import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { FamilyCallParts } from '../../features/familyCall/FamilyCall.tsx';
import { type DraftMemory, draftMemory } from '../../features/household/draftMemory.ts';
import { createMediaClient } from '../../media/createMediaClient.ts';
import { LocalMedia } from '../../media/LocalMedia.ts';
import { Loudspeaker } from '../../media/Loudspeaker.ts';
import { MediaRest } from '../../media/MediaRest.ts';
import { createVisitClient } from '../../visit/createVisitClient.ts';

/** Everything that this tab holds of its visit, from the moment that the link was taken. */
export interface FamilyVisit extends FamilyCallParts {
  readonly session: SessionId;
  readonly rest: MediaRest;
  /** The answer to “Who is with you?” while it is being written. */
  readonly unsent: DraftMemory;
  /** Ends the line and turns camera and microphone off. */
  close(): void;
}

/** Opens the line to the visit; asks for no camera yet. */
export function openFamilyVisit(session: SessionId): FamilyVisit {
  const visit = createVisitClient(session);
  const local = new LocalMedia();
  const loudspeaker = new Loudspeaker();
  const media = createMediaClient(visit, local, loudspeaker);
  const close = (): void => {
    local.stop();
    media.close();
    loudspeaker.stop();
    visit.close();
  };

  const unsent = draftMemory(() => sessionStorage, session);

  return { session, rest: new MediaRest(local), unsent, visit, local, media, loudspeaker, close };
}
