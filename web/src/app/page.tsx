'use client';

import { VisitList } from '../features/visitList/VisitList.tsx';
import { Signed } from './Signed.tsx';

export default function Home() {
  return <Signed>{() => <VisitList />}</Signed>;
}
