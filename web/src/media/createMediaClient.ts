import type { VisitClient } from '../visit/VisitClient.ts';
import { pageAttention } from './condition/attention.ts';
import { ConditionWatch } from './condition/ConditionWatch.ts';
import { browserOutputs } from './condition/soundOutputs.ts';
import { browserSoundSession } from './condition/soundSession.ts';
import { FollowingMediaClient } from './FollowingMediaClient.ts';
import type { LocalMedia } from './LocalMedia.ts';
import type { Loudspeaker } from './Loudspeaker.ts';
import type { MediaClient } from './MediaClient.ts';

/**
 * This device's media in the visit of `visit`; the library behind it is fetched by `prepare`. `loudspeaker` is what it is heard with.
 * [DEV-5] Of a device that `keepsAbsence`, a professional's, the visit is not told when its person looks at something else.
 */
export function createMediaClient(
  visit: VisitClient,
  local: LocalMedia,
  loudspeaker: Loudspeaker,
  absence: 'tellsAbsence' | 'keepsAbsence' = 'tellsAbsence',
): MediaClient {
  const sound = { loudspeaker, outputs: browserOutputs(), session: browserSoundSession() };

  return new FollowingMediaClient({
    visit,
    local,
    condition: new ConditionWatch({
      local,
      attention: pageAttention(),
      ...sound,
      keepsAbsence: absence === 'keepsAbsence',
    }),
    newDevice: async () => (await import('./mediasoupDevice.ts')).newDevice(),
    openProtection: async () => (await import('./protection/openProtection.ts')).openProtection(visit),
  });
}
