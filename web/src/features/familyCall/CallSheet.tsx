import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { household } from '../../content/family/household.ts';
import { protection } from '../../content/family/protection.ts';
import { readerOf } from '../../content/family/reader.ts';
import { rooms } from '../../content/family/rooms.ts';
import { rounds } from '../../content/family/rounds.ts';
import { whoIsHere } from '../../content/family/whoIsHere.ts';
import { Button } from '../../ui/Button.tsx';
import { Announcer } from '../../ui/Quiet.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { WithName } from '../../ui/WithName.tsx';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { peopleHere } from './peopleHere.ts';
import { AloneQuestion } from './rooms/AloneQuestion.tsx';
import { Invited } from './rooms/Invited.tsx';
import { workerOf } from './rooms/worker.ts';
import { SeeAndHear } from './SeeAndHear.tsx';
import { sensesCommand, type YesNo } from './senses.ts';
import type { SheetKind } from './sheets.ts';
import type { CallSheets } from './useSheets.ts';
import { WhoIsHere } from './WhoIsHere.tsx';

/** The answer to “Who is with you?”, with the way not to give one. */
export interface AskingWho {
  readonly skip: { readonly label: string; readonly onSkip: () => void };
  readonly onTold: () => void;
}

interface CallSheetProps {
  readonly view: RoomView;
  readonly visit: VisitClient;
  readonly sheets: CallSheets;
  readonly whoIsWithYou: (asking: AskingWho) => ReactNode;
  readonly phoneMe: ReactNode;
  /** Who can see and hear, in more words. */
  readonly protection: (onClose: () => void) => ReactNode;
  readonly onTapToHear: () => void;
}

/** One question or list under the faces; of a question that was put off, the one tap that brings it back. */
export function CallSheet(props: CallSheetProps): ReactNode {
  const { view, sheets } = props;
  const heading = sheets.open === null ? null : headingOf(sheets.open, view);

  return (
    <>
      {sheets.open !== null && heading !== null && (
        <Sheet key={sheets.open} heading={<WithName {...heading} />} takesFocus={sheets.byTap} onClose={sheets.close}>
          <Inside {...props} open={sheets.open} />
        </Sheet>
      )}
      {sheets.putOff !== null && <PutOff {...props} sheet={sheets.putOff} />}
      <Announcer says={sheets.byTap || heading === null ? '' : readOut(sheets.open, heading, view)} />
    </>
  );
}

interface Heading {
  readonly says: (name: string) => string;
  readonly name: string;
}

/** In whose name it is asked, where it is. */
function headingOf(sheet: SheetKind, view: RoomView): Heading {
  const { me, invitedTo } = view;
  const reader = readerOf(me.role);
  const name = workerOf(view);
  switch (sheet) {
    case 'invited': {
      const say = rooms[reader];
      const room = say.rooms[invitedTo?.mark ?? 'grey'];
      return { says: (worker) => say.asksYou(worker, room), name };
    }
    case 'alone':
      return { says: () => rooms[reader].alone, name };
    case 'seeAndHear':
      return { says: () => rounds[reader].heading, name };
    case 'whoIsWithYou':
      return { says: me.asked.whoIsWithYou ? household[reader].askedNow : () => household[reader].headingNow, name };
    case 'whoIsHere':
      return { says: () => whoIsHere[reader].heading, name };
    case 'protection':
      return { says: () => protection[reader].heading, name };
  }
}

/** [PRIV-8] What is asked in silence is not read aloud either, so that nobody beside the device hears it: only that there is something. */
const readOut = (sheet: SheetKind | null, { says, name }: Heading, { me }: RoomView): string =>
  sheet === 'alone' ? rooms[readerOf(me.role)].aQuestion : says(name);

function Inside(props: CallSheetProps & { readonly open: SheetKind }): ReactNode {
  const { open, view, visit, sheets, whoIsWithYou, phoneMe, onTapToHear } = props;
  const reader = readerOf(view.me.role);
  switch (open) {
    case 'invited':
      return <Invited view={view} visit={visit} />;
    case 'alone':
      return (
        <AloneQuestion
          reader={reader}
          asked={view.me.asked.alone}
          visit={visit}
          onAnswered={sheets.answer}
          onClose={sheets.close}
        />
      );
    case 'seeAndHear':
      return (
        <SeeAndHear
          reader={reader}
          asked={view.me.asked.seeAndHear}
          phoneMe={phoneMe}
          onAnswer={(sees, hears) => answer(props, sees, hears)}
          onTapToHear={onTapToHear}
          onClose={sheets.close}
        />
      );
    case 'whoIsWithYou': {
      const say = household[reader];
      const label = view.me.asked.whoIsWithYou ? say.later : say.back;

      return whoIsWithYou({ skip: { label, onSkip: sheets.close }, onTold: sheets.answer });
    }
    case 'whoIsHere':
      return (
        <WhoIsHere
          reader={reader}
          people={peopleHere(view)}
          onCameIn={() => sheets.show('whoIsWithYou')}
          onTrouble={() => sheets.show('seeAndHear')}
          onProtection={() => sheets.show('protection')}
          onClose={sheets.close}
        />
      );
    case 'protection':
      return props.protection(sheets.close);
  }
}

/** All is well, and the question goes; otherwise it stays, with what helps. */
function answer({ view, visit, sheets }: CallSheetProps, sees: YesNo, hears: YesNo): void {
  const command = sensesCommand(view, sees, hears);
  if (command !== null) void visit.send(command);

  if (sees === 'yes' && hears === 'yes') sheets.answer();
  else sheets.show('seeAndHear');
}

function PutOff({ view, sheets, sheet }: CallSheetProps & { readonly sheet: SheetKind }): ReactNode {
  return (
    <Button wide onClick={() => sheets.show(sheet)}>
      {waitingWords(sheet, view)}
    </Button>
  );
}

function waitingWords(sheet: SheetKind, { me, invitedTo }: RoomView): string {
  const reader = readerOf(me.role);
  switch (sheet) {
    case 'invited':
      return rooms[reader].waiting(rooms[reader].rooms[invitedTo?.mark ?? 'grey']);
    case 'seeAndHear':
      return rounds[reader].waiting;
    case 'alone':
      return rooms[reader].aloneAgain;
    case 'whoIsWithYou':
    case 'whoIsHere':
    case 'protection':
      return household[reader].waiting;
  }
}
