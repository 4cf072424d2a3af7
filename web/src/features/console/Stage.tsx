import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useRef, useState } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import { SIGHT } from '../../content/staff/sight.ts';
import type { MediaClient } from '../../media/MediaClient.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import { classes } from '../../ui/classes.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { Alone } from './Alone.tsx';
import { arrange, asStrip, type TileView } from './arrange.ts';
import { fitPins, type PinFit } from './fitPins.ts';
import type { Fit } from './fitTiles.ts';
import styles from './Stage.module.css';
import { RATIOS, shapeFor } from './shape.ts';
import { Tile, type TileSize } from './Tile.tsx';
import { useFit } from './useFit.ts';
import { useOnePane } from './useOnePane.ts';
import { useSights } from './useSights.ts';
import { useSize } from './useSize.ts';
import { useWanted } from './useWanted.ts';
import { PICTURE_WIDTHS } from './wantedSize.ts';

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
  const [enlarged, setEnlarged] = useState<SessionId | null>(null);
  const isStrip = useOnePane() && isBehind;
  const arranged = arrange(view, enlarged);
  const { pins, front, side } = isStrip ? asStrip(arranged) : arranged;
  const { ratioOf, tellRatio } = useRatios();
  const shape = shapeFor(front.flatMap(ratioOf));
  const stage = useRef<HTMLDivElement>(null);
  const frontList = useRef<HTMLUListElement>(null);
  const fit = useFit(frontList, front.length, RATIOS[shape]);
  const size = useSize(stage) ?? { width: 0, height: 0 };
  const pinFit = fitPins({ ...size, count: pins.length });
  useWanted(media, arranged, { isStrip, front: fit?.width ?? PICTURE_WIDTHS.alone, pins: PICTURE_WIDTHS[pinFit.size] });
  const picturesOf = usePictures(view, client, media);

  const tileOf = (tile: TileView, tileSize: TileSize): ReactNode => {
    const { session } = tile.device;
    const isLarge = tileSize === 'large';
    return (
      <li key={session}>
        <Tile
          tile={tile}
          {...picturesOf(tile)}
          client={client}
          isLost={isLost}
          size={tileSize}
          shape={!isLarge ? 'classic' : fit === null ? shapeFor(ratioOf(tile)) : shape}
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
        <Pins fit={pinFit}>{pins.map((tile) => tileOf(tile, pinFit.size))}</Pins>
        {front.length === 0 && !isStrip && <Alone view={view} />}
        <ul ref={frontList} className={styles.front} hidden={isStrip} style={gridOf(fit)}>
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

const gridOf = (fit: Fit | null) =>
  fit === null ? undefined : { gridTemplateColumns: `repeat(${fit.columns}, ${fit.width}px)` };

/** [SEE-1] The child and the parents while somebody else is in front. */
function Pins({ fit, children }: { fit: PinFit; children: readonly ReactNode[] }): ReactNode {
  if (children.length === 0) return null;
  const columns = { gridTemplateColumns: `repeat(${fit.columns}, minmax(0, 1fr))` };
  return (
    <ul className={styles.pins} aria-label={SIGHT.pins} data-size={fit.size} style={columns}>
      {children}
    </ul>
  );
}

/** Each tile's picture, and what is known of it. */
function usePictures(view: RoomView, client: VisitClient, media: MediaClient) {
  const { streams } = useMediaClient(media);
  const { sights, onShownOf } = useSights(client);
  return ({ person, device: { session } }: TileView) => {
    const video = streams.get(session)?.video ?? null;
    return {
      video,
      facts: { arrives: video !== null, sight: sights.get(session) ?? null, blur: blurOf(view, session) },
      onShown: person.pinned ? onShownOf(session) : undefined,
    };
  };
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
