'use client';

import { VisitList } from '../features/visitList/VisitList.tsx';
import { Sheltered } from './Sheltered.tsx';
import { Signed } from './Signed.tsx';

export default function Home() {
  return (
    <Sheltered>
      <Signed>{() => <VisitList />}</Signed>
    </Sheltered>
  );
}
