import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { sayNames } from '../../../content/names.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import styles from './WhereIAm.module.css';

/** [PRIV-4] For a colleague who stayed: who is away, and with whom, as far as the host lets it be said. The host has the panel. */
export function Away({ view }: { view: RoomView }): ReactNode {
  const away = view.console === null ? view.elsewhere : [];
  return (
    <div role="status">
      {away.length > 0 && (
        <ul className={styles.away}>
          {away.map(({ name, withWhom }) => (
            <li key={name}>{withWhom === null ? ROOMS.away(name) : ROOMS.talkingWith(name, sayNames(withWhom))}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
