import { type ReactNode, useState } from 'react';
import { DeviceCheck } from '../../features/entering/DeviceCheck.tsx';
import { useSeat } from '../../features/entering/useSeat.ts';
import { deviceHere, traitsOf } from '../../features/join/device.ts';
import { VisitPage } from '../../features/planning/VisitPage.tsx';
import { Signed } from '../Signed.tsx';
import { Connected } from './Connected.tsx';

/** One visit for one professional: its page, their own camera, the visit itself. */
export function StaffVisit({ visit }: { visit: string }): ReactNode {
  const [device] = useState(() => deviceHere(traitsOf(window)).kind);
  const seat = useSeat(visit, device);
  const [starts, setStarts] = useState(false);
  if (seat.line !== null) return <Connected seat={seat} line={seat.line} />;

  const check = (willStart: boolean): void => {
    setStarts(willStart);
    seat.check();
  };
  return (
    <Signed>
      {() =>
        seat.step === 'checking' ? (
          <DeviceCheck
            local={seat.local}
            starts={starts}
            isBusy={seat.isBusy}
            refused={seat.refused}
            onEnter={() => void seat.enter(starts)}
            onBack={seat.goOutside}
          />
        ) : (
          <VisitPage visit={visit} onEnter={check} />
        )
      }
    </Signed>
  );
}
