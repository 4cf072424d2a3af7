import type { ElsewhereView } from '@doorstep/shared/visit/roomViewShape.ts';
import type { ReactNode } from 'react';
import type { Reader } from '../../../content/family/reader.ts';
import { rooms } from '../../../content/family/rooms.ts';
import { sayNames } from '../../../content/names.ts';
import { WithName } from '../../../ui/WithName.tsx';
import styles from './Elsewhere.module.css';

/** [PRIV-4] Who is away for a moment, and with whom they talk, as far as it may be said. */
export function Elsewhere({ elsewhere, reader }: { elsewhere: readonly ElsewhereView[]; reader: Reader }): ReactNode {
  return (
    <ul className={elsewhere.length > 0 ? styles.elsewhere : undefined}>
      {saidOnce(elsewhere).map(({ name, withWhom }) => (
        <li key={name}>
          <WithName says={sayWhere(withWhom, reader)} name={name} />
        </li>
      ))}
    </ul>
  );
}

/** “Sam is talking with Ruth” says of Ruth all that there is to say. */
const saidOnce = (elsewhere: readonly ElsewhereView[]): readonly ElsewhereView[] =>
  elsewhere.filter(({ name }, at) => !elsewhere.slice(0, at).some(({ withWhom }) => withWhom?.includes(name)));

const sayWhere = (withWhom: ElsewhereView['withWhom'], reader: Reader): ((name: string) => string) => {
  const say = rooms[reader];
  if (withWhom === null || withWhom.length === 0) return say.away;

  return (name) => say.talkingWith(name, sayNames(withWhom));
};

/** The same to be read out. */
export const sayElsewhere = ({ name, withWhom }: ElsewhereView, reader: Reader): string =>
  sayWhere(withWhom, reader)(name);
