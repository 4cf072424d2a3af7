import type { DoorView } from '@doorstep/shared/visit/doorViewShape.ts';
import type { ReactNode } from 'react';
import { readerOf } from '../../content/family/reader.ts';
import { DeviceCheck } from '../../features/deviceCheck/DeviceCheck.tsx';
import type { DeviceHere } from '../../features/join/device.ts';
import type { LocalMedia } from '../../media/LocalMedia.ts';
import { checkNetwork } from '../../media/NetworkCheck.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { Instead } from './Instead.tsx';

interface CheckingProps {
  readonly door: DoorView;
  readonly visit: VisitClient;
  readonly local: LocalMedia;
  readonly device: DeviceHere;
  readonly phone: string | null;
  readonly going: boolean;
  readonly onReady: () => void;
}

/** The device check, with what it finds on its way to the host, and a phone call instead on every screen of it. */
export function Checking({ door, visit, device, ...rest }: CheckingProps): ReactNode {
  const reader = readerOf(door.me.role);
  const worker = door.invitedBy.name;

  return (
    <DeviceCheck
      {...rest}
      {...{ reader, worker }}
      here={device}
      tryNetwork={(signal) => checkNetwork(visit, { signal })}
      onReport={(report) => void visit.send({ type: 'check.report', report })}
      instead={<Instead me={door.me} worker={worker} visit={visit} />}
    />
  );
}
