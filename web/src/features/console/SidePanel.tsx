import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useState } from 'react';
import { CONSOLE } from '../../content/staff/console.ts';
import { ROOMS } from '../../content/staff/rooms.ts';
import { ROSTER } from '../../content/staff/roster.ts';
import { ROUNDS } from '../../content/staff/rounds.ts';
import { classes } from '../../ui/classes.ts';
import type { ComparedHere } from './protection/About.tsx';
import type { PicturesHere } from './protection/Compare.tsx';
import { heldLines } from './rooms/overview.ts';
import { RoomsPanel } from './rooms/RoomsPanel.tsx';
import type { Raise } from './roster/RaiseHere.tsx';
import { RosterPanel } from './roster/RosterPanel.tsx';
import { Introductions } from './rounds/Introductions.tsx';
import { introductionRound } from './rounds/introductions.ts';
import { SeeAndHear } from './rounds/SeeAndHear.tsx';
import { sensesAskedAt, sensesTally } from './rounds/senses.ts';
import styles from './SidePanel.module.css';
import type { Send } from './send.ts';

interface SidePanelProps {
  readonly view: RoomView;
  readonly send: Send;
  readonly onDevices: () => void;
  readonly onRaise: Raise;
  /** [SAFE-2] */
  readonly pictures: PicturesHere;
  /** Null for whoever cannot end the call. */
  readonly onEnd: (() => void) | null;
}

const PANELS = ['people', 'introductions', 'senses', 'rooms'] as const;
type Panel = (typeof PANELS)[number];
const TABS: Readonly<Record<Panel, string>> = {
  people: ROSTER.heading,
  introductions: ROUNDS.introductions.tab,
  senses: ROUNDS.senses.tab,
  rooms: ROOMS.tab,
};

/** Who is here, and for the host and the chair the two rounds that open a visit, each one press away. */
export function SidePanel({ view, send, onDevices, onRaise, pictures, onEnd }: SidePanelProps): ReactNode {
  const [panel, setPanel] = useState<Panel>('people');
  const compared: ComparedHere = { pictures, onEnd };
  const leads = view.console !== null || view.chair !== null;
  const shown = leads ? panel : 'people';
  return (
    <>
      {!leads ? (
        <p className={styles.alone}>{CONSOLE.roster.heading}</p>
      ) : (
        <nav className={styles.tabs} aria-label={ROUNDS.panels}>
          {PANELS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === shown}
              className={classes(styles.tab, one === shown && styles.shown)}
              onClick={() => setPanel(one)}
            >
              <span className={styles.what}>{TABS[one]}</span> <Tally panel={one} view={view} />
            </button>
          ))}
        </nav>
      )}
      {shown === 'people' && (
        <RosterPanel view={view} send={send} onDevices={onDevices} onRaise={onRaise} compared={compared} />
      )}
      {shown === 'introductions' && <Introductions view={view} send={send} compared={compared} />}
      {shown === 'senses' && <SeeAndHear view={view} send={send} />}
      {shown === 'rooms' && <RoomsPanel view={view} send={send} />}
    </>
  );
}

/** How each stands, so that nobody has to open it to know. */
function Tally({ panel, view }: { panel: Panel; view: RoomView }): ReactNode {
  const says = sayTally(panel, view);
  const isAmiss =
    (panel === 'senses' && isAsked(view) && sensesTally(view).exceptions.length > 0) ||
    (panel === 'rooms' && heldLines(view).length > 0);
  return <span className={classes(styles.tally, isAmiss && styles.amiss)}>{says}</span>;
}

const isAsked = (view: RoomView): boolean => sensesAskedAt(view) !== null;

function sayTally(panel: Panel, view: RoomView): string {
  switch (panel) {
    case 'people':
      return ROSTER.here(view.people.length);
    case 'introductions': {
      const { done, order } = introductionRound(view);
      return ROUNDS.introductions.tally(done, order.length);
    }
    case 'rooms':
      return ROOMS.tally((view.console?.rooms ?? []).filter(({ kind }) => kind === 'private').length);
    case 'senses': {
      const { fine, all, exceptions } = sensesTally(view);
      if (!isAsked(view)) return ROUNDS.senses.notAsked;
      return exceptions.length > 0 ? ROUNDS.senses.problems(exceptions.length) : ROUNDS.senses.tally(fine.length, all);
    }
  }
}
