import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { CommandAnswer } from '@doorstep/shared/protocol/socket.ts';
import { useState } from 'react';
import type { VisitClient } from '../../visit/VisitClient.ts';

type Refused = Extract<CommandAnswer, { ok: false }>['refusal'];

/** One request of the person at a time, and why the last was refused, if it was. What it changed comes as the next view. */
export function useAsking(visit: VisitClient): {
  readonly asking: boolean;
  readonly refusal: Refused | null;
  readonly ask: (command: ClientCommand) => void;
} {
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);

  const ask = (command: ClientCommand): void => {
    setAsking(true);
    setRefusal(null);
    void visit.send(command).then((answer) => {
      setAsking(false);
      if (!answer.ok) setRefusal(answer.refusal);
    });
  };

  return { asking, refusal, ask };
}
