import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { readerOf } from '../../content/family/reader.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import type { Loudspeaker } from '../../media/Loudspeaker.ts';
import type { MediaClient } from '../../media/MediaClient.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { useLoudspeaker } from '../../media/useLoudspeaker.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import { Announcer } from '../../ui/Quiet.tsx';
import { useVisitClient } from '../../visit/useVisitClient.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { CallControls } from './CallControls.tsx';
import styles from './FamilyCall.module.css';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { Stage } from './Stage.tsx';
import { TroubleBar } from './TroubleBar.tsx';
import { tilesOf } from './tiles.ts';
import { useAnnouncements } from './useAnnouncements.ts';
import { useSpotlight } from './useSpotlight.ts';
import { useTalking } from './useTalking.ts';
import { useTrouble } from './useTrouble.ts';

/** Everything that this tab holds of its visit. */
export interface FamilyCallParts {
  readonly visit: VisitClient;
  readonly local: LocalMedia;
  readonly media: MediaClient;
  readonly loudspeaker: Loudspeaker;
}

interface FamilyCallProps extends FamilyCallParts {
  readonly view: RoomView;
  readonly quickExit: ReactNode;
  /** A telephone or tablet, which may have a camera on either side. */
  readonly isTouch: boolean;
  readonly onLeave: () => void;
}

/** In the visit (SEE-5): whoever speaks, large; the others small; oneself in the corner; four controls at most. */
export function FamilyCall(props: FamilyCallProps): ReactNode {
  const { visit, local, media, loudspeaker, view, quickExit, isTouch, onLeave } = props;
  const reader = readerOf(view.me.role);
  const { connection, levels } = useVisitClient(visit);
  const mine = useLocalMedia(local);
  const { phase, streams } = useMediaClient(media);
  const { sound } = useLoudspeaker(loudspeaker, streams);
  const tiles = tilesOf(view);
  const large = useSpotlight(tiles, levels);
  const talking = useTalking(levels);
  const says = useAnnouncements(view, reader);
  const trouble = useTrouble(view, mine, { connection, media: phase, sound });
  const [asking, setAsking] = useState<'not' | 'now' | 'before'>('not');

  useEffect(() => {
    for (const { session } of tiles) media.setWanted(session, session === large ? 'large' : 'small');
  });

  return (
    <div className={styles.call}>
      {quickExit}
      <main id="main" className={styles.main}>
        <Stage reader={reader} tiles={tiles} large={large} streams={streams} talking={talking} mine={mine} />
        <TroubleBar
          trouble={trouble}
          reader={reader}
          onHear={() => loudspeaker.unlockAudio()}
          onCamera={() => void local.setCamera(true)}
          onMicrophone={() => void local.setMicrophone(true)}
        />
        {asking === 'now' ? (
          <LeaveQuestion reader={reader} onStay={() => setAsking('before')} onLeave={onLeave} />
        ) : (
          <CallControls
            reader={reader}
            local={local}
            mine={mine}
            isTouch={isTouch}
            hasStayed={asking === 'before'}
            onLeave={() => setAsking('now')}
          />
        )}
      </main>
      <Announcer says={says} />
    </div>
  );
}
