import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import type { MediaClient } from '../../media/MediaClient.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { Alone } from './Alone.tsx';
import { type Arrangement, arrange, type TileView } from './arrange.ts';
import styles from './Stage.module.css';
import { RATIOS, shapeFor } from './shape.ts';
import { Tile } from './Tile.tsx';
import { useFit } from './useFit.ts';

interface StageProps {
  readonly view: RoomView;
  readonly client: VisitClient;
  readonly media: MediaClient;
  readonly isLost: boolean;
}

/** Everyone in the room, the child and the parents in front. */
export function Stage({ view, client, media, isLost }: StageProps): ReactNode {
  const { streams } = useMediaClient(media);
  const [enlarged, setEnlarged] = useState<SessionId | null>(null);
  const { front, side } = arrange(view, enlarged);
  const [ratios, setRatios] = useState<ReadonlyMap<SessionId, number>>(new Map());
  const ratioOf = ({ device }: TileView): readonly number[] => {
    const ratio = ratios.get(device.session);
    return ratio === undefined ? [] : [ratio];
  };
  const shape = shapeFor(front.flatMap(ratioOf));
  const frontList = useRef<HTMLUListElement>(null);
  const fit = useFit(frontList, front.length, RATIOS[shape]);
  useWanted(media, { front, side });

  const tileOf = (tile: TileView, isSmall: boolean): ReactNode => (
    <li key={tile.device.session}>
      <Tile
        tile={tile}
        video={streams.get(tile.device.session)?.video ?? null}
        client={client}
        isLost={isLost}
        isSmall={isSmall}
        shape={isSmall ? 'classic' : fit === null ? shapeFor(ratioOf(tile)) : shape}
        onShape={(ratio) => setRatios((known) => new Map(known).set(tile.device.session, ratio))}
        isEnlarged={tile.device.session === enlarged}
        onEnlarge={(wanted) => setEnlarged(wanted ? tile.device.session : null)}
      />
    </li>
  );
  return (
    <section className={styles.stage} aria-label={CONSOLE.stage}>
      <div className={styles.scroll}>
        {front.length === 0 && <Alone view={view} />}
        <ul
          ref={frontList}
          className={styles.front}
          style={fit === null ? undefined : { gridTemplateColumns: `repeat(${fit.columns}, ${fit.width}px)` }}
        >
          {front.map((tile) => tileOf(tile, false))}
        </ul>
        {side.length > 0 && (
          <ul className={styles.side} aria-label={CONSOLE.tile.others}>
            {side.map((tile) => tileOf(tile, true))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** Tells the SFU how large each picture is shown, so that none is sent larger. */
function useWanted(media: MediaClient, { front, side }: Arrangement): void {
  const large = front.map(({ device }) => device.session).join(' ');
  const small = side.map(({ device }) => device.session).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: views come often; only who is where matters
  useEffect(() => {
    for (const { device } of front) media.setWanted(device.session, 'large');
    for (const { device } of side) media.setWanted(device.session, 'small');
  }, [media, large, small]);
}
