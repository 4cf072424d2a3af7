import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { CommandAnswer } from '@doorstep/shared/protocol/socket.ts';
import { useState } from 'react';
import type { VisitClient } from '../../visit/VisitClient.ts';

type Refused = Extract<CommandAnswer, { ok: false }>['refusal'];

export interface Asking {
  readonly asking: boolean;
  readonly refusal: Refused | null;
  /** Answers whether it was done. */
  readonly ask: (command: ClientCommand) => Promise<boolean>;
}

/** One request of the person at a time, and why the last was refused, if it was. What it changed comes as the next view. */
export function useAsking(visit: VisitClient): Asking {
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);

  const ask = async (command: ClientCommand): Promise<boolean> => {
    setAsking(true);
    setRefusal(null);
    const answer = await visit.send(command);
    setAsking(false);
    if (!answer.ok) setRefusal(answer.refusal);

    return answer.ok;
  };

  return { asking, refusal, ask };
}
