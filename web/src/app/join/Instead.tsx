import type { Role } from '@doorstep/shared/visit/people.ts';
import type { HelpView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { readerOf } from '../../content/family/reader.ts';
import { PhoneMe } from '../../features/phoneMe/PhoneMe.tsx';
import type { VisitClient } from '../../visit/VisitClient.ts';

interface InsteadProps {
  readonly me: { readonly role: Role; readonly help: HelpView };
  /** Who will call. */
  readonly worker: string;
  readonly visit: VisitClient;
}

/** [JOIN-4] A phone call instead: in the device check, in the lobby and in the call. */
export function Instead({ me, worker, visit }: InsteadProps): ReactNode {
  return (
    <PhoneMe
      asked={me.help.asked}
      reader={readerOf(me.role)}
      worker={worker}
      onAsk={(what) => visit.send({ type: 'help.ask', what })}
    />
  );
}
