import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import { SIGHT } from '../../content/staff/sight.ts';
import type { MediaClient, WantedSize } from '../../media/MediaClient.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import { classes } from '../../ui/classes.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { Alone } from './Alone.tsx';
import { type Arrangement, arrange, asStrip, type TileView } from './arrange.ts';
import { fitPins } from './fitPins.ts';
import styles from './Stage.module.css';
import { RATIOS, shapeFor } from './shape.ts';
import { Tile, type TileSize } from './Tile.tsx';
import { useFit } from './useFit.ts';
import { useOnePane } from './useOnePane.ts';
import { useSights } from './useSights.ts';
import { useSize } from './useSize.ts';
import { PICTURE_WIDTHS, wantedSize } from './wantedSize.ts';

interface StageProps {
  readonly view: RoomView;
  readonly client: VisitClient;
  readonly media: MediaClient;
  readonly isLost: boolean;
  /** The list of people has the place of the pictures, where there is no room for both. */
  readonly isBehind: boolean;
}

/** Everyone in the room; of the child and the parents never less than a strip. */
export function Stage({ view, client, media, isLost, isBehind }: StageProps): ReactNode {
  const { streams } = useMediaClient(media);
  const { sights, onShownOf } = useSights(client);
  const [enlarged, setEnlarged] = useState<SessionId | null>(null);
  const isStrip = useOnePane() && isBehind;
  const arranged = arrange(view, enlarged);
  const { pins, front, side } = isStrip ? asStrip(arranged) : arranged;
  const { ratioOf, tellRatio } = useRatios();
  const shape = shapeFor(front.flatMap(ratioOf));
  const stage = useRef<HTMLDivElement>(null);
  const frontList = useRef<HTMLUListElement>(null);
  const fit = useFit(frontList, front.length, RATIOS[shape]);
  const size = useSize(stage);
  const pinFit = fitPins({ width: size?.width ?? 0, height: size?.height ?? 0, count: pins.length });
  useWanted(media, arranged, { isStrip, front: fit?.width ?? PICTURE_WIDTHS.alone, pins: PICTURE_WIDTHS[pinFit.size] });

  const tileOf = (tile: TileView, tileSize: TileSize): ReactNode => {
    const { session } = tile.device;
    const video = streams.get(session)?.video ?? null;
    return (
      <li key={session}>
        <Tile
          tile={tile}
          video={video}
          facts={{ arrives: video !== null, sight: sights.get(session) ?? null, blur: blurOf(view, session) }}
          onShown={tile.person.pinned ? onShownOf(session) : undefined}
          client={client}
          isLost={isLost}
          size={tileSize}
          shape={tileSize !== 'large' ? 'classic' : fit === null ? shapeFor(ratioOf(tile)) : shape}
          onShape={(ratio) => tellRatio(session, ratio)}
          isEnlarged={session === enlarged}
          onEnlarge={(wanted) => setEnlarged(wanted ? session : null)}
        />
      </li>
    );
  };
  return (
    <section className={styles.stage} aria-label={CONSOLE.stage}>
      <div className={classes(styles.scroll, isStrip && styles.strip)} ref={stage}>
        {pins.length > 0 && (
          <ul
            className={styles.pins}
            aria-label={SIGHT.pins}
            data-size={pinFit.size}
            style={{ gridTemplateColumns: `repeat(${pinFit.columns}, minmax(0, 1fr))` }}
          >
            {pins.map((tile) => tileOf(tile, pinFit.size))}
          </ul>
        )}
        {front.length === 0 && !isStrip && <Alone view={view} />}
        <ul
          ref={frontList}
          className={styles.front}
          hidden={isStrip}
          style={fit === null ? undefined : { gridTemplateColumns: `repeat(${fit.columns}, ${fit.width}px)` }}
        >
          {front.map((tile) => tileOf(tile, 'large'))}
        </ul>
        {side.length > 0 && (
          <ul className={styles.side} aria-label={CONSOLE.tile.others}>
            {side.map((tile) => tileOf(tile, 'small'))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** [SEE-3] The host is told whose background is blurred, and nobody else. */
const blurOf = ({ console }: RoomView, session: SessionId) =>
  console?.roster.flatMap(({ devices }) => devices).find((device) => device.session === session)?.blur ?? null;

/** Width over height of each picture, once it is known. */
function useRatios() {
  const [ratios, setRatios] = useState<ReadonlyMap<SessionId, number>>(new Map());
  const ratioOf = ({ device }: TileView): readonly number[] => {
    const ratio = ratios.get(device.session);
    return ratio === undefined ? [] : [ratio];
  };
  const tellRatio = (session: SessionId, ratio: number): void => {
    setRatios((known) => (known.get(session) === ratio ? known : new Map(known).set(session, ratio)));
  };
  return { ratioOf, tellRatio };
}

interface Shown {
  readonly isStrip: boolean;
  /** How wide pictures are in front and among the pins, in CSS pixels. */
  readonly front: number;
  readonly pins: number;
}

/** [SEE-2] Tells the SFU how large each picture is shown, so that none is sent larger. */
function useWanted(media: MediaClient, { pins, front, side }: Arrangement, shown: Shown): void {
  const frontSize = wantedSize(shown.front, devicePixelRatio);
  const pinSize = wantedSize(shown.pins, devicePixelRatio);
  const inFront = (tile: TileView): WantedSize =>
    !shown.isStrip ? frontSize : tile.person.pinned ? pinSize : 'hidden';
  const wanted = [
    ...pins.map((tile) => [tile.device.session, pinSize] as const),
    ...front.map((tile) => [tile.device.session, inFront(tile)] as const),
    ...side.map((tile) => [tile.device.session, shown.isStrip ? 'hidden' : 'small'] as const),
  ];
  // biome-ignore lint/correctness/useExhaustiveDependencies: views come often; only who is where matters
  useEffect(() => {
    for (const [session, size] of wanted) media.setWanted(session, size);
  }, [media, wanted.join(' ')]);
}
