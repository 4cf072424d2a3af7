import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useEffect, useState } from 'react';
import type { System } from '../../content/family/deviceProblems.ts';
import { familyCall } from '../../content/family/familyCall.ts';
import { readerOf } from '../../content/family/reader.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import type { Loudspeaker } from '../../media/Loudspeaker.ts';
import type { MediaClient } from '../../media/MediaClient.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { useLoudspeaker } from '../../media/useLoudspeaker.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import { classes } from '../../ui/classes.ts';
import { Announcer } from '../../ui/Quiet.tsx';
import { useVisitClient } from '../../visit/useVisitClient.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { CallControls } from './CallControls.tsx';
import { type AskingWho, CallSheet } from './CallSheet.tsx';
import { CannotHear } from './CannotHear.tsx';
import styles from './FamilyCall.module.css';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { Stage } from './Stage.tsx';
import { TroubleBar } from './TroubleBar.tsx';
import { TurnLine } from './TurnLine.tsx';
import { tilesOf } from './tiles.ts';
import { isDeafness } from './trouble.ts';
import { turnOf } from './turn.ts';
import { useAnnouncements } from './useAnnouncements.ts';
import { useSheets } from './useSheets.ts';
import { useSpotlight } from './useSpotlight.ts';
import { useTalking } from './useTalking.ts';
import { useTrouble } from './useTrouble.ts';

/** [SEE-6] For a child who does not speak yet the one who calls stays large, whoever else speaks. */
const NOBODY_HEARD: ReadonlyMap<SessionId, number> = new Map();

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
  readonly system: System;
  /** [JOIN-6] What the host has sent as a help. */
  readonly hint: ReactNode;
  readonly phoneMe: ReactNode;
  readonly whoIsWithYou: (asking: AskingWho) => ReactNode;
  readonly onLeave: () => void;
}

/** In the visit (SEE-5): whoever speaks, large; the others small; oneself in the corner; questions under the faces; four controls. */
export function FamilyCall(props: FamilyCallProps): ReactNode {
  const { visit, loudspeaker, view, quickExit } = props;
  const reader = readerOf(view.me.role);
  const says = useAnnouncements(view, reader);
  const sheets = useSheets(view.me.asked);
  const [asking, setAsking] = useState<'not' | 'now' | 'before'>('not');
  const isOpen = sheets.open !== null && asking !== 'now';

  return (
    <div className={styles.call}>
      {quickExit}
      <main id="main" className={classes(styles.main, isOpen && styles.withSheet)}>
        <Faces {...props} besideSheet={isOpen} />
        <div className={styles.foot}>
          <div className={styles.dock}>
            {props.hint}
            {asking !== 'now' && (
              <CallSheet
                view={view}
                visit={visit}
                sheets={sheets}
                whoIsWithYou={props.whoIsWithYou}
                phoneMe={props.phoneMe}
                onTapToHear={() => loudspeaker.unlockAudio()}
              />
            )}
          </div>
          {asking === 'now' ? (
            <LeaveQuestion reader={reader} onStay={() => setAsking('before')} onLeave={props.onLeave} />
          ) : (
            <CallControls
              reader={reader}
              local={props.local}
              hasStayed={asking === 'before'}
              onWhoIsHere={() => (sheets.open === 'whoIsHere' ? sheets.close() : sheets.show('whoIsHere'))}
              onLeave={() => setAsking('now')}
            />
          )}
        </div>
      </main>
      <Announcer says={says} />
    </div>
  );
}

interface FacesProps extends FamilyCallProps {
  readonly besideSheet: boolean;
}

/** The faces, and right under them what is wrong and whose turn it is. */
function Faces({ visit, local, media, loudspeaker, view, isTouch, system, besideSheet }: FacesProps): ReactNode {
  const reader = readerOf(view.me.role);
  const { connection, levels } = useVisitClient(visit);
  const mine = useLocalMedia(local);
  const line = useMediaClient(media);
  const { streams } = line;
  useLoudspeaker(loudspeaker, streams);
  const tiles = tilesOf(view);
  const large = useSpotlight(tiles, view.me.spotlight === 'host' ? NOBODY_HEARD : levels);
  const talking = useTalking(levels);
  const trouble = useTrouble(view, mine, connection, line);
  const canTurnRound = isTouch && mine.camera !== null && mine.cameras.length > 1;

  useEffect(() => {
    for (const { session } of tiles) media.setWanted(session, session === large ? 'large' : 'small');
  });

  return (
    <>
      <div className={styles.faces}>
        <Stage
          reader={reader}
          tiles={tiles}
          large={large}
          streams={streams}
          talking={talking}
          besideSheet={besideSheet}
          mine={mine}
          onTurnRound={canTurnRound ? () => void local.flipCamera() : null}
        />
        {isDeafness(trouble) && (
          <CannotHear why={trouble} say={familyCall[reader]} onHear={() => loudspeaker.unlockAudio()} />
        )}
      </div>
      <div className={styles.lines}>
        <TroubleBar
          trouble={trouble}
          reader={reader}
          system={system}
          replacedBy={mine.replaced?.by ?? ''}
          onCamera={() => void local.setCamera(true)}
          onMicrophone={() => void local.setMicrophone(true)}
          onTakeBack={() => void local.takeBack()}
        />
        <TurnLine turn={turnOf(view)} reader={reader} />
      </div>
    </>
  );
}
