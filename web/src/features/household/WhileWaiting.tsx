import type { DoorView } from '@doorstep/shared/visit/doorViewShape.ts';
import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { household } from '../../content/family/household.ts';
import { readerOf } from '../../content/family/reader.ts';
import { Button } from '../../ui/Button.tsx';
import { Announcer } from '../../ui/Quiet.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { WithName } from '../../ui/WithName.tsx';
import type { DraftMemory } from './draftMemory.ts';
import { type Tell, WhoIsWithYou } from './WhoIsWithYou.tsx';

interface WhileWaitingProps {
  readonly door: DoorView;
  readonly memory: DraftMemory;
  readonly onTell: Tell;
}

/** [JOIN-5] In the lobby: asked again by the host, or told unasked because somebody came in. */
export function WhileWaiting({ door, memory, onTell }: WhileWaitingProps): ReactNode {
  const { role, household: before, askedWhoIsWithYou: asked } = door.me;
  const reader = readerOf(role);
  const say = household[reader];
  const [shown, setShown] = useState<'asAsked' | 'opened' | 'later'>('asAsked');
  if (!asked && shown === 'later') setShown('asAsked');

  const isOpen = shown === 'opened' || (asked && shown === 'asAsked');
  const heading = asked ? <WithName says={say.askedNow} name={door.invitedBy.name} /> : say.headingNow;
  const close = (): void => setShown(asked ? 'later' : 'asAsked');
  const tell: Tell = async (people) => {
    const refused = await onTell(people);
    if (refused === null) setShown('asAsked');
    return refused;
  };

  return (
    <>
      {isOpen ? (
        <Sheet heading={heading} takesFocus={shown === 'opened'} onClose={close}>
          <WhoIsWithYou
            reader={reader}
            before={before}
            memory={memory}
            onTell={tell}
            skip={{ label: asked ? say.later : say.back, onSkip: close }}
          />
        </Sheet>
      ) : (
        <Button wide icon={UserPlus} onClick={() => setShown('opened')}>
          {asked ? say.waiting : say.cameIn}
        </Button>
      )}
      <Announcer says={asked ? say.askedNow(door.invitedBy.name) : ''} />
    </>
  );
}
