import { Circle, Cross, Diamond, type LucideIcon, Square, Star, Triangle } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './RoomShape.module.css';

/** The colours that a room can have. Each has one shape, so that nobody needs to see colours to tell them apart. */
export type RoomColour = 'blue' | 'green' | 'yellow' | 'purple' | 'orange' | 'grey';

const SHAPES: Readonly<Record<RoomColour, LucideIcon>> = {
  blue: Circle,
  green: Triangle,
  yellow: Star,
  purple: Square,
  orange: Diamond,
  grey: Cross,
};

/** The shape of a room in its colour, beside the words that name it. `data-room` on anything around it brings its colours. */
export function RoomShape({ colour, large = false }: { colour: RoomColour; large?: boolean }): ReactNode {
  const Shape = SHAPES[colour];

  return (
    <span className={classes(styles.shape, large && styles.large)} data-room={colour} aria-hidden="true">
      <Shape focusable="false" />
    </span>
  );
}
