import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import type { System } from '../../content/family/deviceProblems.ts';
import { readerOf } from '../../content/family/reader.ts';
import { roleWords } from '../../content/family/roles.ts';
import { FamilyCall } from '../../features/familyCall/FamilyCall.tsx';
import { Hint } from '../../features/hint/Hint.tsx';
import { type Tell, WhoIsWithYou } from '../../features/household/WhoIsWithYou.tsx';
import { FamilyLine } from '../../features/protection/FamilyLine.tsx';
import { FamilySheet } from '../../features/protection/FamilySheet.tsx';
import type { ComparedIs } from '../../features/protection/useComparedHere.ts';
import { useMediaClient } from '../../media/useMediaClient.ts';
import type { FamilyVisit } from './familyVisit.ts';
import { Instead } from './Instead.tsx';
import { tellHousehold } from './tellHousehold.ts';

interface CallScreenProps {
  readonly family: FamilyVisit;
  readonly view: RoomView;
  /** [SAFE-2] As this page remembers it. */
  readonly compared: ComparedIs;
  readonly quickExit: ReactNode;
  readonly isTouch: boolean;
  readonly system: System;
  readonly onLeave: () => void;
}

/** In the visit, with the host's tips and questions in their places. */
export function CallScreen({ family, view, compared, ...rest }: CallScreenProps): ReactNode {
  const { visit, unsent, media } = family;
  const { ownKey } = useMediaClient(media);
  const { me } = view;
  const reader = readerOf(me.role);
  const worker = view.people.find(({ role }) => role === 'host')?.name ?? roleWords.host;
  const telling =
    (onTold: () => void): Tell =>
    async (people) => {
      const refused = await tellHousehold(visit, people);
      if (refused === null) onTold();
      return refused;
    };

  return (
    <FamilyCall
      {...family}
      {...rest}
      view={view}
      hint={
        <Hint
          hint={me.help.hint}
          reader={reader}
          from={worker}
          onDone={() => void visit.send({ type: 'help.dismiss' })}
        />
      }
      protection={{
        line: (shown) => <FamilyLine view={view} {...shown} />,
        sheet: (onClose) => <FamilySheet view={view} ownKey={ownKey} compared={compared} onClose={onClose} />,
      }}
      phoneMe={<Instead me={me} worker={worker} visit={visit} />}
      whoIsWithYou={({ skip, onTold }) => (
        <WhoIsWithYou reader={reader} before={me.household} memory={unsent} onTell={telling(onTold)} skip={skip} />
      )}
    />
  );
}
