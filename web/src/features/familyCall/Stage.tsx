import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { ReactNode } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import type { Reader } from '../../content/family/reader.ts';
import type { LocalMediaState } from '../../media/LocalMedia.ts';
import type { RemoteStreams } from '../../media/MediaClient.ts';
import { classes } from '../../ui/classes.ts';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import { Myself } from './Myself.tsx';
import { PersonTile } from './PersonTile.tsx';
import styles from './Stage.module.css';
import type { Tile } from './tiles.ts';

/** More small faces than fit under each other on a telephone on its side. */
const MANY = 4;
/** With so many, a telephone has no room for more under each small face than lies over it. */
const CLOSE = 4;

interface StageProps {
  readonly reader: Reader;
  readonly tiles: readonly Tile[];
  readonly large: SessionId | null;
  readonly streams: ReadonlyMap<SessionId, RemoteStreams>;
  /** Whoever is a key of it is talking. */
  readonly talking: ReadonlyMap<SessionId, unknown>;
  /** A question or a list has part of the room. */
  readonly besideSheet: boolean;
  readonly mine: LocalMediaState;
  readonly onTurnRound: (() => void) | null;
  /** In the place of the faces, while there are none to be shown; null otherwise. */
  readonly instead: ReactNode;
}

/** The faces, oneself last. Who is large changes its place on the screen, never in the order that is read out. */
export function Stage({
  reader,
  tiles,
  large,
  streams,
  talking,
  besideSheet,
  mine,
  onTurnRound,
  instead,
}: StageProps): ReactNode {
  const say = familyCall[reader];

  return (
    <div
      className={tiles.length > 1 ? styles.several : styles.two}
      data-beside-sheet={besideSheet || undefined}
      data-close={besideSheet || tiles.length >= CLOSE || undefined}
    >
      <ScreenHeading unseen>{say.heading}</ScreenHeading>
      {tiles.length === 0 && (instead ?? <p className={styles.alone}>{say.alone}</p>)}
      <ul
        className={classes(styles.people, tiles.length > MANY && styles.many)}
        aria-label={say.people}
        data-small={tiles.length}
      >
        {tiles.map((tile) => (
          <li key={tile.session} className={tile.session === large ? styles.large : styles.small}>
            <PersonTile
              tile={tile}
              say={say}
              ringed={tiles.length > 1}
              size={tile.session === large ? 'large' : 'small'}
              picture={streams.get(tile.session)?.video ?? null}
              talking={tile.microphone === 'on' && talking.has(tile.session)}
            />
          </li>
        ))}
        <li className={styles.me}>
          <Myself say={say} mine={mine} inCorner={tiles.length < 2} onTurnRound={onTurnRound} />
        </li>
      </ul>
    </div>
  );
}
