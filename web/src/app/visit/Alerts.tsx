import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { PreparingView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import type { Drafts } from '../../drafts/Drafts.ts';
import { mattersOf } from '../../features/unknown/mattersOf.ts';
import { type Act, UnknownAlerts } from '../../features/unknown/UnknownAlerts.tsx';
import { UnknownBrief } from '../../features/unknown/UnknownBrief.tsx';
import { staffApi } from '../../http/staffApi.ts';
import { useAnswer } from '../../http/useAnswer.ts';
import { OverDialogs } from '../../ui/Dialog.tsx';
import type { VisitClient } from '../../visit/VisitClient.ts';
import styles from './Alerts.module.css';
import { showsAlerts } from './showsAlerts.ts';
import { useCalling } from './useCalling.ts';

interface InRoomProps {
  readonly view: RoomView;
  readonly client: VisitClient;
  readonly drafts: Drafts;
  /** The console, with the alerts where it puts them. */
  readonly children: (alerts: ReactNode) => ReactNode;
}

/** [UNK-1] The alerts in the room: beside the pictures, and in whatever dialog lies over them. */
export function AlertsInRoom({ view, client, drafts, children }: InRoomProps): ReactNode {
  const act = useCallback<Act>(
    async (command) => {
      const answer = await client.send(command);
      return answer.ok ? null : STAFF_REFUSALS[answer.refusal];
    },
    [client],
  );
  return (
    <OverDialogs value={(close) => <UnknownBrief view={view} drafts={drafts} onGo={close} />}>
      {children(<UnknownAlerts view={view} act={act} drafts={drafts} />)}
    </OverDialogs>
  );
}

/** People open their links at any moment. */
const ASK_AGAIN_MS = 2_000;

interface OutsideProps {
  readonly visit: string;
  readonly drafts: Drafts;
  readonly children: ReactNode;
}

/** [UNK-1] … and on every other page of the visit, whatever keeps the host or the chair out of the room: asked for over HTTP, again and again, also while they look at another tab. */
export function AlertsOutside({ visit, drafts, children }: OutsideProps): ReactNode {
  const { view, act } = useLeadersView(visit);
  const isOver = view?.screen === 'preparing' && view.phase.is === 'ended';
  useEffect(() => {
    if (isOver) drafts.drop('');
  }, [isOver, drafts]);
  const isShown = showsAlerts(view);
  useCalling(useOpen(isShown ? view : null));
  const over = isShown ? (close: () => void) => <UnknownBrief view={view} drafts={drafts} onGo={close} /> : null;
  return (
    <OverDialogs value={over}>
      <div className={styles.outside}>{isShown && <UnknownAlerts view={view} act={act} drafts={drafts} />}</div>
      {children}
    </OverDialogs>
  );
}

/** The same list as long as the view is the same. */
const useOpen = (view: PreparingView | null) =>
  useMemo(() => (view === null ? [] : (mattersOf(view) ?? [])).filter(({ open }) => open), [view]);

function useLeadersView(visit: string) {
  const question = useCallback(() => staffApi.view(visit), [visit]);
  const [leads, setLeads] = useState(true);
  const { value: view, again } = useAnswer(question, leads ? ASK_AGAIN_MS : null, true);
  useEffect(() => {
    if (view?.screen === 'preparing') setLeads(mattersOf(view) !== null);
  }, [view]);
  const act = useCallback<Act>(
    async (command: ClientCommand) => {
      const answer = await staffApi.command(visit, command);
      await again();
      if (!answer.ok) return answer.problem.says;
      return answer.value.ok ? null : STAFF_REFUSALS[answer.value.refusal];
    },
    [visit, again],
  );
  return { view, act };
}
