import type { Can, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useState } from 'react';
import { KEPT_APART } from '../../content/staff/keptApart.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { Button } from '../../ui/Button.tsx';
import { Unseen } from '../../ui/Quiet.tsx';
import { apartFrom, namesOf, sayApart } from './apart.ts';
import { Confirm } from './Confirm.tsx';
import styles from './PersonRow.module.css';
import type { Act } from './useVisitView.ts';

interface KeptApartFactsProps {
  readonly roster: readonly RosterEntry[];
  readonly entry: RosterEntry;
  readonly can: Can;
  readonly act: Act;
}

/** For whom somebody is there (PRIV-6), and from whom they are kept apart (PLAN-10), beside their name. */
export function KeptApartFacts({ roster, entry, can, act }: KeptApartFactsProps): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const { participant, name, isStranger } = entry;
  const apart = namesOf(apartFrom(roster, entry));
  const vouch = () => act({ type: 'separation.vouch', participant });
  return (
    <>
      <ComesFor roster={roster} entry={entry} />
      {apart.length > 0 && (
        <p className={styles.apart}>{isStranger ? KEPT_APART.stranger.says(apart) : sayApart(roster, entry)}</p>
      )}
      {apart.length > 0 && isStranger && can[`separation.vouch:${participant}`] === 'yes' && (
        <Button onClick={() => setAsking(true)}>
          {KEPT_APART.stranger.vouch} <Unseen>{KEPT_APART.stranger.vouchOf(name)}</Unseen>
        </Button>
      )}
      {isAsking && (
        <Confirm
          heading={KEPT_APART.stranger.heading(name)}
          what={KEPT_APART.stranger.what(name, apart)}
          yes={KEPT_APART.stranger.vouch}
          onYes={vouch}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function ComesFor({ roster, entry: { role, helps } }: Pick<KeptApartFactsProps, 'roster' | 'entry'>): ReactNode {
  const helped = roster.find(({ participant }) => participant === helps);
  if (helped === undefined || (role !== 'interpreter' && role !== 'supporter')) return null;
  return <p className={styles.role}>{VISIT_PAGE.comesFor[role](helped.name)}</p>;
}
