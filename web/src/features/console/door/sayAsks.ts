import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { HELP } from '../../../content/staff/help.ts';

/** [JOIN-6] Everything that is asked of the host and not yet seen to, for reading out. */
export const sayAsks = ({ console }: Pick<RoomView, 'console'>): string =>
  (console?.roster ?? [])
    .flatMap(({ name, devices }) =>
      devices.flatMap(({ help: { asked } }) => (asked === null ? [] : [HELP.asked[asked](name)])),
    )
    .join('. ');
