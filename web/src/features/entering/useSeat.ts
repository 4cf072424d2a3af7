import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { DeviceKind } from '@doorstep/shared/visit/presence/state.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import { staffApi } from '../../http/staffApi.ts';
import { createMediaClient } from '../../media/createMediaClient.ts';
import { LocalMedia } from '../../media/LocalMedia.ts';
import { Loudspeaker } from '../../media/Loudspeaker.ts';
import type { MediaClient } from '../../media/MediaClient.ts';
import { createVisitClient } from '../../visit/createVisitClient.ts';
import { seatMemory } from '../../visit/seatMemory.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { type Checked, reportOf } from './answers.ts';

/** This tab's line to its visit, and what goes over it. */
export interface Line {
  readonly session: SessionId;
  readonly client: VisitClient;
  readonly media: MediaClient;
}

/** Without a line: reading the plan, or in front of one's own camera. */
type Step = 'outside' | 'checking';

export interface Seat {
  readonly step: Step;
  readonly line: Line | null;
  readonly local: LocalMedia;
  readonly loudspeaker: Loudspeaker;
  readonly isBusy: boolean;
  readonly refused: string | null;
  readonly check: () => void;
  readonly enter: (starts: boolean, checked: Checked) => Promise<void>;
  /** Takes the line back from another tab. */
  readonly again: () => void;
  /** Into the visit again after leaving it; call it from the press. */
  readonly comeBack: () => void;
  /** Asks the host to be let in again, after having been put out. */
  readonly knock: () => void;
  /** Wanted to go in, so that not being inside yet is no reason to turn back: the answer may come before the view. */
  readonly isEntering: boolean;
  /** Back to the page of the visit; camera and microphone off. */
  readonly goOutside: () => void;
}

const memoryOf = (visit: string) => seatMemory(() => sessionStorage, visit);

/** One professional's way into a visit in this tab, and back into the same seat after a reload (JOIN-7). */
export function useSeat(visit: string, device: DeviceKind): Seat {
  const [local] = useState(() => new LocalMedia());
  const [loudspeaker] = useState(() => new Loudspeaker());
  const [step, setStep] = useState<Step>('outside');
  const opening = useRef<Promise<unknown>>(Promise.resolve());
  const lines = useLine(local, loudspeaker);
  const way = useWayIn(visit, device, lines);
  const { line, connect } = lines;
  const { turnBack } = way;

  useEffect(() => {
    const session = memoryOf(visit).recall();
    if (session !== null) connect(session);
  }, [visit, connect]);
  useEffect(() => () => local.stop(), [local]);

  const goOutside = useCallback(() => {
    turnBack(null);
    local.stop();
    setStep('outside');
  }, [turnBack, local]);
  const comeBack = (): void => {
    if (line === null) return;
    loudspeaker.unlockAudio();
    void local.acquire();
    void way.goIn(line);
  };
  const knock = (): void => {
    if (line !== null) way.knock(line);
  };
  const again = (): void => {
    if (line === null) return;
    void local.acquire();
    connect(line.session);
  };
  const check = (): void => {
    opening.current = local.acquire();
    setStep('checking');
  };
  const enter = (starts: boolean, checked: Checked): Promise<void> => {
    loudspeaker.unlockAudio();
    return way.enter(starts, ({ client }) => {
      const report = () => void client.send({ type: 'check.report', report: reportOf(checked, local.getState()) });
      const isOpening = !local.getState().asked;
      report();
      // Whoever goes in before camera and microphone are open is told of as soon as they are.
      if (isOpening) void opening.current.then(report);
    });
  };
  const { isBusy, isEntering, refused } = way;
  const state = { step, line, local, loudspeaker, isBusy, isEntering, refused };
  return { ...state, check, enter, again, comeBack, knock, goOutside };
}

type Lines = ReturnType<typeof useLine>;

/** From the camera check into the room, or back with the reason. */
function useWayIn(visit: string, device: DeviceKind, { connect, disconnect }: Lines) {
  const [isEntering, setEntering] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const answered = useRef<((line: Line) => void) | null>(null);

  const turnBack = useCallback(
    (why: string | null) => {
      memoryOf(visit).forget();
      disconnect();
      setEntering(false);
      setRefused(why);
    },
    [visit, disconnect],
  );
  const goIn = async ({ client }: Line): Promise<void> => {
    const answer = await client.send({ type: 'presence.enter' });
    // Somebody who was put out has to knock; their view says so.
    if (answer.ok || answer.refusal === 'alreadyInside' || answer.refusal === 'putOut') return setRefused(null);
    turnBack(STAFF_REFUSALS[answer.refusal]);
  };
  const knock = (line: Line): void => {
    void line.client.send({ type: 'lobby.knock' });
    // [DEV-2] From somebody who was put out it is heard only now.
    answered.current?.(line);
  };
  const enter = async (starts: boolean, tell: (line: Line) => void): Promise<void> => {
    answered.current = tell;
    setBusy(true);
    const answer = await takeSeat(visit, device, starts);
    setBusy(false);
    if (!answer.ok) return setRefused(answer.says);

    memoryOf(visit).keep(answer.session);
    setEntering(true);
    const line = connect(answer.session);
    // [DEV-2] First, since commands are done in order; whatever becomes of it, the way in stays open.
    tell(line);
    await goIn(line);
  };
  return { isEntering, isBusy, refused, enter, goIn, knock, turnBack };
}

/** At most one line at a time; closed with the page. */
function useLine(local: LocalMedia, loudspeaker: Loudspeaker) {
  const open = useRef<Line | null>(null);
  const [line, setLine] = useState<Line | null>(null);
  const disconnect = useCallback(() => {
    open.current?.media.close();
    open.current?.client.close();
    open.current = null;
    setLine(null);
  }, []);
  const connect = useCallback(
    (session: SessionId): Line => {
      disconnect();
      const client = createVisitClient(session);
      const media = createMediaClient(client, local, loudspeaker, 'keepsAbsence');
      media.prepare();
      const next = { session, client, media };
      open.current = next;
      setLine(next);
      return next;
    },
    [local, loudspeaker, disconnect],
  );
  useEffect(() => disconnect, [disconnect]);
  return { line, connect, disconnect };
}

type Taken = { readonly ok: true; readonly session: SessionId } | { readonly ok: false; readonly says: string };

/** Starts the visit if that is wanted and not done, and asks for this browser's place in it. */
async function takeSeat(visit: string, device: DeviceKind, starts: boolean): Promise<Taken> {
  if (starts) {
    const started = await staffApi.command(visit, { type: 'visit.start' });
    if (!started.ok) return { ok: false, says: started.problem.says };
    const { value } = started;
    if (!value.ok && value.refusal !== 'visitAlreadyOpen') return { ok: false, says: STAFF_REFUSALS[value.refusal] };
  }
  const opened = await staffApi.openSession(visit, device);
  return opened.ok ? { ok: true, session: opened.value.session } : { ok: false, says: opened.problem.says };
}
