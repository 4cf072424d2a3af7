import type { DoorView, InviterView } from '@doorstep/shared/visit/doorViewShape.ts';
import type { LucideIcon } from 'lucide-react';
import { ArrowRight, CalendarClock, Hourglass, UserRound, UsersRound } from 'lucide-react';
import { Children, type ReactNode } from 'react';
import { invited } from '../../content/family/join.ts';
import { readerOf } from '../../content/family/reader.ts';
import { roleWords } from '../../content/family/roles.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ScreenHeading } from '../../ui/ScreenHeading.tsx';
import { WithName } from '../../ui/WithName.tsx';
import styles from './Screens.module.css';
import { lengthWords, whenWords } from './when.ts';

interface InvitedProps {
  readonly door: DoorView;
  readonly now: number;
  readonly onNext: () => void;
}

/** Who asked you, when, for how long, and who else: as it was planned, not as it goes on inside (JOIN-3). */
export function Invited({ door, now, onNext }: InvitedProps): ReactNode {
  const say = invited[readerOf(door.me.role)];

  return (
    <div className={styles.screen}>
      <p className={styles.hello}>
        <WithName says={say.hello} name={door.me.name} />
      </p>
      <ScreenHeading>
        <WithName says={say.heading} name={door.invitedBy.name} />
      </ScreenHeading>
      <dl className={styles.card}>
        <Fact icon={UserRound} what={say.who} answers={[<Planned key="host" {...door.invitedBy} />]} />
        <Fact icon={CalendarClock} what={say.when} answers={[whenWords(door.scheduledFor, now)]} />
        <Fact icon={Hourglass} what={say.length} answers={[lengthWords(door.lengthMinutes)]} />
        {door.alsoExpected.length > 0 && (
          <Fact
            icon={UsersRound}
            what={say.also}
            answers={door.alsoExpected.map((person) => <Planned key={`${person.name} ${person.role}`} {...person} />)}
          />
        )}
      </dl>
      <Button kind="primary" large wide icon={ArrowRight} onClick={onNext}>
        {say.next}
      </Button>
      <p className={styles.quiet}>
        <WithName says={say.notYou} name={door.me.name} />
      </p>
    </div>
  );
}

function Planned({ name, role }: InviterView): ReactNode {
  return <WithName says={(planned) => `${planned} (${roleWords[role].toLowerCase()})`} name={name} />;
}

interface FactProps {
  readonly icon: LucideIcon;
  readonly what: string;
  readonly answers: readonly ReactNode[];
}

function Fact({ icon, what, answers }: FactProps): ReactNode {
  return (
    <div className={styles.fact}>
      <dt className={styles.small}>
        <Icon of={icon} />
        {what}
      </dt>
      {Children.map(answers, (answer) => (
        <dd>{answer}</dd>
      ))}
    </div>
  );
}
