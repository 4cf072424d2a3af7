import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { Can } from '@doorstep/shared/visit/viewShape.ts';
import { HousePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { ROSTER } from '../../../content/staff/roster.ts';
import { Button } from '../../../ui/Button.tsx';
import { Unseen } from '../../../ui/Quiet.tsx';
import type { Send } from '../send.ts';
import { useAct } from '../useAct.ts';

interface AskWhoProps {
  /** Null asks everybody of the family. */
  readonly participant: ParticipantId | null;
  readonly name: string | null;
  readonly can: Can;
  readonly send: Send;
}

/** [JOIN-5] Asks, on their own screens, who is with them. Offered where there is somebody to ask. */
export function AskWho({ participant, name, can, send }: AskWhoProps): ReactNode {
  const { act, isBusy, refused } = useAct(send);
  const mayAsk = participant === null ? can['household.ask'] : can[`household.ask:${participant}`];
  if (mayAsk !== 'yes') return null;
  return (
    <>
      <Button
        kind="quiet"
        icon={HousePlus}
        busy={isBusy}
        onClick={() => void act({ type: 'household.ask', participant })}
      >
        {name === null ? (
          ROSTER.askEverybody
        ) : (
          <>
            {ROSTER.askWho} <Unseen>{name}</Unseen>
          </>
        )}
      </Button>
      {refused && <p role="alert">{refused}</p>}
    </>
  );
}
