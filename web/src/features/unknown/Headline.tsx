import type { UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { WithName } from '../../ui/WithName.tsx';
import { sayHeadline } from './say.ts';

/** Who or what a matter is about, in one line. */
export function Headline({ matter }: { matter: UnknownView }): ReactNode {
  const { whose } = matter;
  if (whose === null) return sayHeadline(matter);
  return <WithName says={(name) => sayHeadline({ ...matter, whose: name })} name={whose} />;
}
