import { AudioLines, MicOff, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallWords } from '../../content/family/familyCall.ts';
import { classes } from '../../ui/classes.ts';
import { Labelled } from '../../ui/Icon.tsx';
import { Picture } from '../../ui/Picture.tsx';
import styles from './PersonTile.module.css';
import type { Tile } from './tiles.ts';

interface PersonTileProps {
  readonly tile: Tile;
  readonly say: CallWords;
  readonly size: 'large' | 'small';
  readonly picture: MediaStreamTrack | null;
  readonly talking: boolean;
  /** A ring shows who of several it is; around the only other face it would just flicker. */
  readonly ringed: boolean;
}

/** One person: their picture, and in words who they are, what they are, and how their microphone, camera and line stand. */
export function PersonTile({ tile, say, size, picture, talking, ringed }: PersonTileProps): ReactNode {
  const shows = tile.camera === 'on' && !tile.lost && picture !== null;

  return (
    <figure className={classes(styles.tile, styles[size], talking && ringed && styles.talking)}>
      <div className={styles.picture}>
        {shows ? <Picture track={picture} /> : <Absent tile={tile} say={say} isLarge={size === 'large'} />}
      </div>
      <figcaption className={styles.words}>
        <span className={styles.name}>{tile.name}</span>
        <span className={styles.caption}>{tile.caption}</span>
        <State tile={tile} say={say} talking={talking} />
      </figcaption>
    </figure>
  );
}

/** A round letter where a face would be, and why there is none, unless the words below say so already. */
function Absent({ tile, say, isLarge }: { tile: Tile; say: CallWords; isLarge: boolean }): ReactNode {
  const why = tile.camera === 'off' ? isLarge && say.cameraOff : say.pictureComing;

  return (
    <div className={styles.absent}>
      <span className={styles.letter} aria-hidden="true">
        {[...tile.name][0]}
      </span>
      {!tile.lost && why !== false && <span>{why}</span>}
    </div>
  );
}

/** How microphone, camera and line stand, in as few words as a small face has room for. */
function State({ tile, say, talking }: Pick<PersonTileProps, 'tile' | 'say' | 'talking'>): ReactNode {
  if (tile.lost) return <Said icon={WifiOff} words={say.gone} />;
  if (tile.microphone === 'off') return <Said icon={MicOff} words={say.silent[tile.camera]} />;
  if (talking) return <Said icon={AudioLines} words={say.talking[tile.camera]} />;

  return <span className={styles.state}>{say.heard[tile.camera]}</span>;
}

function Said({ icon, words }: { icon: typeof MicOff; words: string }): ReactNode {
  return (
    <span className={styles.state}>
      <Labelled icon={icon}>{words}</Labelled>
    </span>
  );
}
