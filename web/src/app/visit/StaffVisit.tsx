import { type ReactNode, useEffect, useState } from 'react';
import { Drafts } from '../../drafts/Drafts.ts';
import { OpenDrafts } from '../../drafts/OpenDrafts.ts';
import { DeviceCheck } from '../../features/entering/DeviceCheck.tsx';
import { tryLine } from '../../features/entering/tryLine.ts';
import { useSeat } from '../../features/entering/useSeat.ts';
import { deviceHere, traitsOf } from '../../features/join/device.ts';
import { turnsMemory } from '../../features/ownDevice/turns.ts';
import { VisitPage } from '../../features/planning/VisitPage.tsx';
import { Signed } from '../Signed.tsx';
import { AlertsOutside } from './Alerts.tsx';
import { ConnectedLater, fetchConnected } from './ConnectedLater.tsx';

/** One visit for one professional: its page, their own camera, the visit itself. */
export function StaffVisit({ visit }: { visit: string }): ReactNode {
  const [device] = useState(() => deviceHere(traitsOf(window)).kind);
  const seat = useSeat(visit, device);
  const [drafts] = useState(() => new Drafts(() => sessionStorage, visit));
  const [turns] = useState(() => turnsMemory(() => sessionStorage, visit));
  const [starts, setStarts] = useState(false);
  const { step } = seat;
  useEffect(() => {
    // Ahead, so that nobody who goes in waits for the page of the call; failing is said then.
    if (step === 'checking') void fetchConnected().catch(() => undefined);
  }, [step]);
  if (seat.line !== null) {
    return (
      <OpenDrafts value={drafts}>
        <ConnectedLater visit={visit} drafts={drafts} turns={turns} seat={seat} line={seat.line} />
      </OpenDrafts>
    );
  }

  const check = (willStart: boolean): void => {
    setStarts(willStart);
    seat.check();
  };
  return (
    <Signed>
      {() => (
        <AlertsOutside visit={visit} drafts={drafts}>
          {step === 'checking' ? (
            <DeviceCheck
              local={seat.local}
              starts={starts}
              isBusy={seat.isBusy}
              refused={seat.refused}
              tryNetwork={(signal) => tryLine(visit, signal)}
              onEnter={(checked) => {
                turns.heard(checked.headset);
                void seat.enter(starts, checked);
              }}
              onBack={seat.goOutside}
            />
          ) : (
            <VisitPage visit={visit} onEnter={check} />
          )}
        </AlertsOutside>
      )}
    </Signed>
  );
}
