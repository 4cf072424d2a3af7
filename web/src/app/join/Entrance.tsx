import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { Authority } from '../../features/join/authority.ts';
import { DoorClosed } from '../../features/join/DoorClosed.tsx';
import type { DeviceHere } from '../../features/join/device.ts';
import { Fallen } from '../../features/join/Fallen.tsx';
import { FamilyPage } from '../../features/join/FamilyPage.tsx';
import { InsideAnApp } from '../../features/join/InsideAnApp.tsx';
import { Opening } from '../../features/join/Opening.tsx';
import { showToken } from '../../features/join/token.ts';
import { Welcome } from '../../features/join/Welcome.tsx';
import type { Leaving } from '../../features/quickExit/leaveQuickly.ts';
import { Mishap } from '../../ui/Mishap.tsx';
import { type Entering, useEntering } from './useEntering.ts';

interface EntranceProps {
  readonly device: DeviceHere;
  readonly authority: Authority;
  readonly quickExit: ReactNode;
  readonly leaving: RefObject<Leaving>;
}

/** From the link to the visit: nothing is sent anywhere before a button is pressed. */
export function Entrance({ device, authority, quickExit, leaving }: EntranceProps): ReactNode {
  const { at, go, shut, leaving: mine } = useEntering(device.kind);
  useEffect(() => {
    leaving.current = mine;
  }, [leaving, mine]);

  if (at.is === 'inside') {
    const { Journey } = at;
    // A line opened anew is a journey of its own.
    const key = at.opened;
    const fallen = (
      <FamilyPage quickExit={quickExit} authority={authority}>
        <Fallen onCarryOn={() => location.reload()} />
      </FamilyPage>
    );
    return (
      // Whoever sees nothing of the others is not to be seen or heard by them meanwhile.
      <Mishap key={key} onMishap={shut} instead={fallen}>
        <Journey {...{ family: at.family, device, authority, quickExit }} onUseHere={go} />
      </Mishap>
    );
  }
  return (
    <FamilyPage quickExit={quickExit} authority={authority}>
      <Outside at={at} device={device} onStart={go} />
    </FamilyPage>
  );
}

interface OutsideProps {
  readonly at: Exclude<Entering, { is: 'inside' }>;
  readonly device: DeviceHere;
  readonly onStart: () => void;
}

function Outside({ at, device, onStart }: OutsideProps): ReactNode {
  const [staying, setStaying] = useState(false);
  if (at.is === 'looking') return <Opening />;
  if (at.is === 'closed') return <DoorClosed why={at.why} trying={at.trying} onTryAgain={onStart} />;

  const { token, starting } = at;
  if (device.app !== null && !staying) {
    return (
      <InsideAnApp
        app={device.app}
        onApple={device.system === 'iphone' || device.system === 'ipad'}
        showLink={() => showToken(window, token)}
        onCopy={() => copy(`${location.origin}${location.pathname}#${token}`)}
        onStay={() => setStaying(true)}
      />
    );
  }
  return <Welcome starting={starting} hasKeyboard={device.kind === 'computer'} onStart={onStart} />;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
