'use client';

import { NewVisit } from '../../features/planning/NewVisit.tsx';
import { Sheltered } from '../Sheltered.tsx';
import { Signed } from '../Signed.tsx';

export default function Plan() {
  return (
    <Sheltered>
      <Signed width="reading">
        {(me) => <NewVisit me={me} onPlanned={(visit) => location.assign(`/visit#${visit}`)} />}
      </Signed>
    </Sheltered>
  );
}
