'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Authority, authorityOf } from '../../features/join/authority.ts';
import { type DeviceHere, deviceHere, traitsOf } from '../../features/join/device.ts';
import { FamilyPage } from '../../features/join/FamilyPage.tsx';
import { Opening } from '../../features/join/Opening.tsx';
import { READY } from '../../features/join/pageMarks.ts';
import { Watchdog } from '../../features/join/Watchdog.tsx';
import type { Leaving } from '../../features/quickExit/leaveQuickly.ts';
import { QuickExit } from '../../features/quickExit/QuickExit.tsx';
import { useExitDelivered, useQuickExit } from '../../features/quickExit/useQuickExit.ts';
import { Entrance } from './Entrance.tsx';

interface Here {
  readonly device: DeviceHere;
  readonly authority: Authority;
}

const nowhere: Leaving = { place: () => ({}), stop: () => undefined };
const unknown: Authority = { name: null, phone: null };

/** The whole of the family's path, on one page. Until the program runs it only says that it is opening. */
export function JoinPage(): ReactNode {
  const leaving = useRef<Leaving>(nowhere);
  const leave = useQuickExit(leaving);
  const isDelivered = useExitDelivered();
  const [here, setHere] = useState<Here | null>(null);
  useEffect(() => {
    setHere({ device: deviceHere(traitsOf(window)), authority: authorityOf(document) });
    document.documentElement.setAttribute(READY, '');
  }, []);

  const quickExit = <QuickExit onLeave={leave} />;
  return (
    <>
      {here === null || !isDelivered ? (
        <FamilyPage quickExit={quickExit} authority={here?.authority ?? unknown}>
          <Opening />
        </FamilyPage>
      ) : (
        <Entrance {...here} quickExit={quickExit} leaving={leaving} />
      )}
      <Watchdog />
    </>
  );
}
