import type { RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { System } from '../../content/family/deviceProblems.ts';
import { familyCall } from '../../content/family/familyCall.ts';
import { readerOf } from '../../content/family/reader.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import type { Loudspeaker } from '../../media/Loudspeaker.ts';
import type { MediaClient } from '../../media/MediaClient.ts';
import { useLocalMedia } from '../../media/useLocalMedia.ts';
import { useLoudspeaker } from '../../media/useLoudspeaker.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import { type Moving, useMoving } from '../../media/useMoving.ts';
import { classes } from '../../ui/classes.ts';
import { Announcer } from '../../ui/Quiet.tsx';
import { useVisitClient } from '../../visit/useVisitClient.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { CallControls } from './CallControls.tsx';
import { type AskingWho, CallSheet } from './CallSheet.tsx';
import { CannotHear } from './CannotHear.tsx';
import styles from './FamilyCall.module.css';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { askedOf } from './rooms/askedOf.ts';
import { Elsewhere } from './rooms/Elsewhere.tsx';
import { Held } from './rooms/Held.tsx';
import { HostWords } from './rooms/HostWords.tsx';
import { Late } from './rooms/Late.tsx';
import { MovingWords } from './rooms/MovingWords.tsx';
import { RoomBand } from './rooms/RoomBand.tsx';
import { WaitingForOk } from './rooms/WaitingForOk.tsx';
import { Stage } from './Stage.tsx';
import { TroubleBar } from './TroubleBar.tsx';
import { TurnLine } from './TurnLine.tsx';
import { type Tile, tilesOf } from './tiles.ts';
import { isDeafness, troubleToTell } from './trouble.ts';
import { turnOf } from './turn.ts';
import { useAnnouncements } from './useAnnouncements.ts';
import { useSheets } from './useSheets.ts';
import { useSpotlight } from './useSpotlight.ts';
import { useTalking } from './useTalking.ts';
import { useTrouble } from './useTrouble.ts';

/** [SEE-6] For a child who does not speak yet the one who calls stays large, whoever else speaks. */
const NOBODY_HEARD: ReadonlyMap<SessionId, number> = new Map();
const NO_TILES: readonly Tile[] = [];

/** Everything that this tab holds of its visit. */
export interface FamilyCallParts {
  readonly visit: VisitClient;
  readonly local: LocalMedia;
  readonly media: MediaClient;
  readonly loudspeaker: Loudspeaker;
}

/** [SAFE-2] Who can see and hear: a line under the faces, and what there is to read of it. */
interface ProtectionParts {
  readonly line: (shown: { readonly isNarrow: boolean; readonly onMore: () => void }) => ReactNode;
  readonly sheet: (onClose: () => void) => ReactNode;
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
  readonly protection: ProtectionParts;
  readonly onLeave: () => void;
}

/** In the visit (SEE-5): whoever speaks, large; the others small; oneself in the corner; questions under the faces; four controls. */
export function FamilyCall(props: FamilyCallProps): ReactNode {
  const { visit, media, loudspeaker, view, quickExit } = props;
  const reader = readerOf(view.me.role);
  const moving = useMoving(view.room.since, useMediaClient(media));
  const says = useAnnouncements(view, reader);
  const sheets = useSheets(askedOf(view, moving), view.room.id);
  const main = useStartingAnew(view.room.id);
  const [asking, setAsking] = useState<'not' | 'now' | 'before'>('not');
  const isOpen = sheets.open !== null && asking !== 'now';

  return (
    <div className={styles.call} data-room={view.room.mark ?? undefined}>
      {quickExit}
      <main ref={main} id="main" tabIndex={-1} className={classes(styles.main, isOpen && styles.withSheet)}>
        <RoomBand
          key={view.room.id}
          view={view}
          visit={visit}
          isAsking={sheets.open === 'alone'}
          isLate={moving === 'late'}
          onAlone={() => sheets.show('alone')}
        />
        <Faces {...props} moving={moving} besideSheet={isOpen} onProtection={() => sheets.show('protection')} />
        <div className={styles.foot}>
          <div className={styles.dock}>
            {props.hint}
            <HostWords key={view.room.id} view={view} />
            {asking !== 'now' && (
              <CallSheet
                view={view}
                visit={visit}
                sheets={sheets}
                whoIsWithYou={props.whoIsWithYou}
                phoneMe={props.phoneMe}
                protection={props.protection.sheet}
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
  readonly moving: Moving['is'];
  readonly besideSheet: boolean;
  readonly onProtection: () => void;
}

/** The faces, and right under them what is wrong and whose turn it is. */
function Faces(props: FacesProps): ReactNode {
  const { visit, local, media, loudspeaker, view, isTouch, system, moving, besideSheet } = props;
  const reader = readerOf(view.me.role);
  const { connection, levels } = useVisitClient(visit);
  const mine = useLocalMedia(local);
  const line = useMediaClient(media);
  const { streams } = line;
  useLoudspeaker(loudspeaker, streams);
  const instead = insteadOf(props);
  const tiles = instead === null ? tilesOf(view) : NO_TILES;
  const large = useSpotlight(tiles, view.me.spotlight === 'host' ? NOBODY_HEARD : levels);
  const talking = useTalking(levels);
  const trouble = troubleToTell(useTrouble(view, mine, connection, line), moving !== 'not');
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
          instead={instead}
        />
        {isDeafness(trouble) && mayHear(view) && (
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
        {props.protection.line({ isNarrow: besideSheet, onMore: props.onProtection })}
        <TurnLine turn={turnOf(view)} reader={reader} />
        <Elsewhere elsewhere={view.elsewhere} reader={reader} />
      </div>
    </>
  );
}

/** Otherwise nothing comes, and not hearing is no trouble of this device. */
const mayHear = ({ room, me }: RoomView): boolean => room.heldSince === null && me.protection.is !== 'unprotected';

/**
 * What stands in the place of the faces: while one is on the way to another room (PRIV-3), the room is held (PRIV-10), or nothing reaches
 * this device because it cannot encrypt (SAFE-2).
 */
function insteadOf({ view, moving, phoneMe }: FacesProps): ReactNode {
  const { mark, heldSince } = view.room;
  const reader = readerOf(view.me.role);
  if (moving === 'late') return <Late mark={mark} reader={reader} phoneMe={phoneMe} />;
  if (moving !== 'not') return <MovingWords mark={mark} reader={reader} />;

  if (heldSince !== null) return <Held view={view} since={heldSince} phoneMe={phoneMe} />;

  return mayHear(view) ? null : <WaitingForOk view={view} phoneMe={phoneMe} />;
}

/** In another room the keyboard begins anew, unless it stands on something that is still there. */
function useStartingAnew(room: RoomId): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const before = useRef(room);
  useEffect(() => {
    if (before.current === room) return;
    before.current = room;
    if (document.activeElement === document.body) main.current?.focus();
  }, [room]);

  return main;
}
