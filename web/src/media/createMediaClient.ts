import type { VisitClient } from '../visit/VisitClient.ts';
import { FollowingMediaClient } from './FollowingMediaClient.ts';
import type { LocalMedia } from './LocalMedia.ts';
import type { MediaClient } from './MediaClient.ts';

/** This device's media in the visit of `visit`; the library behind it is fetched by `prepare`. */
export function createMediaClient(visit: VisitClient, local: LocalMedia): MediaClient {
  return new FollowingMediaClient({
    visit,
    local,
    newDevice: async () => (await import('./mediasoupDevice.ts')).newDevice(),
  });
}
