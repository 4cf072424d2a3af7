import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import { useState } from 'react';
import {
  type Asked,
  answered,
  closed,
  NO_SHEET,
  opened,
  putOff,
  type SheetKind,
  type Sheets,
  sheetsWhen,
} from './sheets.ts';

export interface CallSheets extends Pick<Sheets, 'open' | 'byTap'> {
  readonly putOff: SheetKind | null;
  readonly show: (sheet: SheetKind) => void;
  readonly close: () => void;
  readonly answer: () => void;
}

/** The sheet under the faces, as it is asked for and tapped. What stood open in one room is not there in the next (PRIV-2). */
export function useSheets(asked: Asked, room: RoomId): CallSheets {
  const [before, setBefore] = useState({ room, sheets: NO_SHEET });
  const sheets = sheetsWhen(asked, before.room === room ? before.sheets : NO_SHEET);
  if (sheets !== before.sheets || room !== before.room) setBefore({ room, sheets });
  const change = (next: (now: Sheets) => Sheets): void =>
    setBefore((now) => (now.room === room ? { room, sheets: next(now.sheets) } : now));

  return {
    open: sheets.open,
    byTap: sheets.byTap,
    putOff: putOff(asked, sheets),
    show: (sheet) => change((now) => opened(now, sheet)),
    close: () => change((now) => closed(asked, now)),
    answer: () => change((now) => answered(asked, now)),
  };
}
