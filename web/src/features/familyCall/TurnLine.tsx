import { Hand } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Reader } from '../../content/family/reader.ts';
import { rounds } from '../../content/family/rounds.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { WithName } from '../../ui/WithName.tsx';
import styles from './TurnLine.module.css';
import type { Turn } from './turn.ts';

/** [ROST-3] Whose turn it is to say who they are: large for whoever is called on, a line for the others. Read out when it changes. */
export function TurnLine({ turn, reader }: { turn: Turn; reader: Reader }): ReactNode {
  const words = wordsOf(turn, reader);
  const isHere = turn.is === 'mine' || turn.is === 'besideMe';

  return (
    <div role="status">
      {words !== null && (
        <p className={classes(styles.line, isHere && styles.here)}>
          {isHere && <Icon of={Hand} />}
          <span>{words}</span>
        </p>
      )}
    </div>
  );
}

function wordsOf(turn: Turn, reader: Reader): ReactNode {
  const say = rounds[reader];
  switch (turn.is) {
    case 'nobody':
      return null;
    case 'mine':
      return say.yourTurn;
    case 'besideMe':
      return <WithName says={say.besideTurn} name={turn.name} />;
    case 'other':
      return <WithName says={say.othersTurn} name={turn.name} />;
  }
}
