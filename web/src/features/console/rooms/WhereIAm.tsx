import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { sayNames } from '../../../content/names.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { RoomShape } from '../../../ui/RoomShape.tsx';
import { ownRoomOf } from '../../../visit/ownRoom.ts';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';
import { KeptApart } from './KeptApart.tsx';
import { namesOf, sidesOf } from './roomNames.ts';
import styles from './WhereIAm.module.css';

/** [PRIV-2] In a private room: which it is, who is there, and the way back. With people kept apart: on which side one is (PRIV-5). */
export function WhereIAm({ view, send }: { view: RoomView; send: Send }): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const { mark } = view.room;
  const back =
    view.can['room.leave'] === 'yes' ? (
      <Button icon={ArrowLeft} busy={isBusy} onClick={() => void act({ type: 'room.leave' })}>
        {ROOMS.here.back}
      </Button>
    ) : null;
  return (
    <>
      {mark !== null && (
        <section className={styles.band} data-room={mark} aria-label={ROOMS.marks[mark]}>
          <RoomShape colour={mark} />
          <p className={styles.name}>{ROOMS.marks[mark]}</p>
          <p className={styles.who}>
            {sayWith(view)} {ROOMS.here.only}
          </p>
          {back}
        </section>
      )}
      <KeptApart view={view} back={back} />
      {refused && <p role="alert">{refused}</p>}
      <Side view={view} />
    </>
  );
}

function sayWith({ people, me }: RoomView): string {
  const names = people.filter(({ participant }) => participant !== me.participant).map(({ name }) => name);

  return names.length === 0 ? ROOMS.here.nobody : ROOMS.here.with(sayNames(names));
}

/** [PRIV-5] In a main room of one side: of whom nothing may be said here. */
function Side({ view }: { view: RoomView }): ReactNode {
  const { console } = view;
  const sides = sidesOf(view);
  const own = ownRoomOf(view);
  if (console === null || sides.length < 2 || own === null) return null;

  const inSight = new Set(view.people.map(({ participant }) => participant));
  const isOfOther = (home: readonly (typeof view.me.participant)[]): boolean =>
    own.kind === 'main' ? !home.some((one) => own.home.includes(one)) : !home.some((one) => inSight.has(one));
  const others = sides.flatMap(({ home }) => (isOfOther(home) ? home : []));
  const mine = own.kind === 'main' ? ROOMS.sides.here(sayNames(namesOf(console, own.home))) : '';
  if (others.length === 0) return null;

  return (
    <Notice tone="attention">
      <p className={styles.side}>
        {mine} {ROOMS.sides.others(sayNames(namesOf(console, others)))}
      </p>
    </Notice>
  );
}
