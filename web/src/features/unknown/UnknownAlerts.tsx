import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { MatterView, PreparingView, RoomView, UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import type { Drafts } from '../../drafts/Drafts.ts';
import { useDraft } from '../../drafts/useDraft.ts';
import { Announcer } from '../../ui/Quiet.tsx';
import { History } from './History.tsx';
import { Matter } from './Matter.tsx';
import { MatterSteps } from './MatterSteps.tsx';
import { mattersOf } from './mattersOf.ts';
import { Raise } from './Raise.tsx';
import { sayHeadline } from './say.ts';
import styles from './UnknownAlerts.module.css';
import { useNews } from './useNews.ts';

/** Does one command, and says why not; null when it was done. */
export type Act = (command: ClientCommand) => Promise<string | null>;

/** What every part of this panel is given. */
export interface Panel {
  readonly view: RoomView | PreparingView;
  readonly act: Act;
  readonly drafts: Drafts;
}

const NOBODY: readonly MatterView[] = [];

/**
 * [UNK-1] For the host and the chair: every matter of somebody unknown, until it is closed, with the steps to take. For other professionals in the
 * room: the way to raise one (UNK-3). Nothing of it is ever rendered for a family.
 */
export function UnknownAlerts(panel: Panel): ReactNode {
  const { view, drafts } = panel;
  const matters = mattersOf(view) ?? NOBODY;
  const open = matters.filter((matter) => matter.open);
  const settled = matters.filter((matter) => !matter.open);
  const [wanted, setWanted] = useDraft(drafts, 'open');
  const list = useRef<HTMLElement>(null);
  const steps = useId();
  useForgetting(drafts, open);
  useFocusAfter(list, open.length);
  const shown = wanted === 'mine' ? newestBy(open, view.me.participant) : wanted;
  const chosen = open.find(({ id }) => id === shown);
  return (
    <section ref={list} tabIndex={-1} aria-label={UNKNOWN.label} className={styles.panel}>
      <Announcer says={useNews(open)} urgent />
      {open.length > 0 && (
        <div className={styles.alerts} data-alarm>
          <div className={styles.top}>
            <h2 className={styles.heading}>{UNKNOWN.heading(open.length)}</h2>
            <ul className={styles.list}>
              {open.map((matter) => (
                <Matter
                  key={matter.id}
                  {...panel}
                  matter={matter}
                  isBrief={chosen !== undefined}
                  steps={matter === chosen ? steps : null}
                  onShow={(isShown) => setWanted(isShown ? matter.id : '')}
                />
              ))}
            </ul>
          </div>
          {chosen && <MatterSteps key={chosen.id} {...panel} id={steps} matter={chosen} />}
        </div>
      )}
      {view.screen === 'room' && view.can['unknown.notice'] === 'yes' && <Raise {...panel} view={view} />}
      {settled.length > 0 && <Settled matters={settled} />}
    </section>
  );
}

/** The matter that this professional has raised last: its steps are shown at once. */
const newestBy = (open: readonly UnknownView[], me: string): string | undefined =>
  open.filter(({ by }) => by === me).at(-1)?.id;

/** What was typed about a matter goes when the matter does. */
function useForgetting(drafts: Drafts, open: readonly UnknownView[]): void {
  const ids = open.map(({ id }) => id).join(' ');
  useEffect(() => drafts.keepFor(ids.split(' ')), [drafts, ids]);
}

/** A matter that is settled takes the focus with it: whoever works by keyboard goes on from here. */
function useFocusAfter(list: { readonly current: HTMLElement | null }, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) list.current?.focus();
    before.current = count;
  }, [list, count]);
}

function Settled({ matters }: { matters: readonly UnknownView[] }): ReactNode {
  return (
    <details className={styles.settled}>
      <summary>{UNKNOWN.settled(matters.length)}</summary>
      <ul>
        {matters.map((matter) => (
          <li key={matter.id}>
            <p className={styles.strong}>{sayHeadline(matter)}</p>
            <History steps={matter.steps} />
          </li>
        ))}
      </ul>
    </details>
  );
}
