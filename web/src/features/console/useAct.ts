import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import { useCallback, useState } from 'react';
import { STAFF_REFUSALS } from '../../content/refusals.ts';
import type { Send } from './send.ts';

export interface Acting {
  /** Does these one after the other until one is refused; true when all were done. */
  readonly act: (...commands: readonly ClientCommand[]) => Promise<boolean>;
  readonly isBusy: boolean;
  /** Why the last one was not done, in words. */
  readonly refused: string | null;
}

/** What a press does: it is not done twice at once, and a refusal is said and changes nothing else. */
export function useAct(send: Send): Acting {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const act = useCallback<Acting['act']>(
    async (...commands) => {
      setBusy(true);
      const refusal = await inTurn(send, commands);
      setBusy(false);
      setRefused(refusal);
      return refusal === null;
    },
    [send],
  );
  return { act, isBusy, refused };
}

/** Stops at the first that is refused, and says why in words; null when all were done. */
export async function inTurn(send: Send, commands: readonly ClientCommand[]): Promise<string | null> {
  for (const command of commands) {
    const answer = await send(command);
    if (!answer.ok) return STAFF_REFUSALS[answer.refusal];
  }
  return null;
}
