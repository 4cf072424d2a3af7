import type { ReactNode } from 'react';
import { ENTERING } from '../../content/staff/entering.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { Masthead, WorkPage } from '../../ui/Shells.tsx';
import { useLater } from '../../ui/useLater.ts';
import { Wordmark } from '../Wordmark.tsx';
import type { ConnectedProps } from './Connected.tsx';

/** The call is fetched when somebody gets ready for it: whoever only plans does not need it. */
export const fetchConnected = () => import('./Connected.tsx');

/**
 * The line to the visit is open from here on. When the call cannot be fetched the page falls as it does on any mishap, which closes the
 * line: whoever sees nothing of the others is not to be seen or heard by them meanwhile.
 */
export function ConnectedLater(props: ConnectedProps): ReactNode {
  const { fetched } = useLater(fetchConnected);
  if (fetched.is === 'failed') throw fetched.why;
  if (fetched.is === 'here') return <fetched.part.Connected {...props} />;

  return (
    <WorkPage width="wide" skip={SHELL.skip} masthead={<Masthead mark={<Wordmark />} />}>
      <p role="status">{props.seat.isEntering ? ENTERING.entering : ENTERING.resuming}</p>
    </WorkPage>
  );
}
