import type { MeView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';
import { answered, closed, NO_SHEET, opened, putOff, type SheetKind, type Sheets, sheetsWhen } from './sheets.ts';

export interface CallSheets extends Pick<Sheets, 'open' | 'byTap'> {
  readonly putOff: SheetKind | null;
  readonly show: (sheet: SheetKind) => void;
  readonly close: () => void;
  readonly answer: () => void;
}

/** The sheet under the faces, as it is asked for and tapped. */
export function useSheets(asked: MeView['asked']): CallSheets {
  const [before, setSheets] = useState(NO_SHEET);
  const sheets = sheetsWhen(asked, before);
  if (sheets !== before) setSheets(sheets);

  return {
    open: sheets.open,
    byTap: sheets.byTap,
    putOff: putOff(sheets),
    show: (sheet) => setSheets((now) => opened(now, sheet)),
    close: () => setSheets((now) => closed(asked, now)),
    answer: () => setSheets((now) => answered(asked, now)),
  };
}
