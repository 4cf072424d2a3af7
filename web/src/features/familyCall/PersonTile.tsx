import { AudioLines, EyeOff, MicOff, VideoOff, VolumeX, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallWords } from '../../content/family/familyCall.ts';
import { classes } from '../../ui/classes.ts';
import { Icon, Labelled } from '../../ui/Icon.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { WithName } from '../../ui/WithName.tsx';
import styles from './PersonTile.module.css';
import { isSoundPaused, pictureOf, type Tile } from './tiles.ts';

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
  const shows = pictureOf(tile) === 'on' && !tile.deaf && !tile.lost && picture !== null;

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
  const isDeaf = tile.deaf && !tile.lost;
  const why = tile.lost ? null : whyAbsent(tile, say, isLarge);
  // A small face has room for a sentence or for the letter.
  const isFull = isDeaf || (!isLarge && isTaken(tile));

  return (
    <div className={classes(styles.absent, isDeaf && styles.deaf)}>
      {isFull ? (
        <Icon of={isDeaf ? VolumeX : VideoOff} large={isLarge} />
      ) : (
        <span className={styles.letter} aria-hidden="true">
          {[...tile.name][0]}
        </span>
      )}
      {why !== null && <span>{why}</span>}
    </div>
  );
}

const isTaken = (tile: Tile): boolean => pictureOf(tile) === 'paused' && !tile.held;

/** What a small face has no room for is said in the line below it; that somebody cannot hear is said in large words everywhere. */
function whyAbsent(tile: Tile, say: CallWords, isLarge: boolean): ReactNode {
  const thing = say.things[tile.device];
  if (tile.deaf) return isLarge ? <WithName says={say.cannotHear} name={tile.name} /> : say.cannotHearUs;

  switch (pictureOf(tile)) {
    case 'on':
      return say.pictureComing;
    case 'off':
      return isLarge ? say.cameraOff : null;
    case 'paused':
      if (!isTaken(tile)) return isLarge ? say.picturePaused : null;
      return isLarge ? (
        <WithName says={(name) => say.cameraPaused(name, thing)} name={tile.name} />
      ) : (
        say.theirCameraPaused(thing)
      );
  }
}

/** How microphone, camera and line stand, in as few words as a small face has room for. */
function State({ tile, say, talking }: Pick<PersonTileProps, 'tile' | 'say' | 'talking'>): ReactNode {
  const picture = pictureOf(tile);
  if (tile.lost) return <Said icon={WifiOff} words={say.gone} />;
  if (tile.deaf) return <Said icon={VolumeX} words={say.deaf} />;
  if (isSoundPaused(tile)) return <Said icon={MicOff} words={say.soundPaused[picture]} />;
  if (tile.interruption === 'hidden') return <Said icon={EyeOff} words={say.elsewhere} />;
  if (tile.microphone === 'off') return <Said icon={MicOff} words={say.silent[picture]} />;
  if (talking) return <Said icon={AudioLines} words={say.talking[picture]} />;

  return <span className={styles.state}>{say.heard[picture]}</span>;
}

function Said({ icon, words }: { icon: typeof MicOff; words: string }): ReactNode {
  return (
    <span className={styles.state}>
      <Labelled icon={icon}>{words}</Labelled>
    </span>
  );
}
