import type { IceServer, MediaNotice } from '@doorstep/shared/protocol/media.ts';
import type { Millis, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { MediaLog } from './MediaLog.ts';
import type { MediaPlane } from './MediaPlane.ts';

/** What the media of every visit is made with. */
export interface MediaContext {
  readonly plane: MediaPlane;
  readonly log: MediaLog;
  readonly icePolicy: 'all' | 'relay';
  /** Relay credentials for one device, fresh at every call. Asked for seated devices only. */
  readonly iceServersFor: (session: SessionId) => readonly IceServer[];
  readonly now: () => Millis;
  readonly notify: (visit: VisitId, session: SessionId, notice: MediaNotice) => void;
}
