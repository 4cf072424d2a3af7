import type { MeView } from '@doorstep/shared/visit/viewShape.ts';

/** What can stand under the faces, one at a time. */
export type SheetKind = 'invited' | 'seeAndHear' | 'alone' | 'whoIsWithYou' | 'whoIsHere' | 'protection';

/** What the visit waits for from this device; `invited`: whether it comes to another room (PRIV-7). */
export interface Asked extends Readonly<MeView['asked']> {
  readonly invited: boolean;
}

export interface Sheets {
  readonly open: SheetKind | null;
  /** Opened by a tap of the person's own: it stays until they close it. */
  readonly byTap: boolean;
  /** Asked, and put off with “Later”. */
  readonly later: readonly SheetKind[];
}

export const NO_SHEET: Sheets = { open: null, byTap: false, later: [] };

/** What nobody asks for: it is opened by the person, and gives way to a question. */
type ToRead = 'whoIsHere' | 'protection';

const isToRead = (sheet: SheetKind): sheet is ToRead => sheet === 'whoIsHere' || sheet === 'protection';

/** What the host can ask, the most urgent first: who cannot hear cannot answer anything else, and somebody waits for whoever is asked to come. */
const ASKED: readonly Exclude<SheetKind, ToRead>[] = ['invited', 'seeAndHear', 'alone', 'whoIsWithYou'];

const isAsked = (asked: Asked, sheet: SheetKind): boolean => !isToRead(sheet) && asked[sheet];

/**
 * Which sheet stands there now that this is asked: one question at a time, the most urgent first. An open question is never changed under
 * somebody's thumb, and nothing new comes while they are saying who they are. Only what there is to read gives way.
 */
export function sheetsWhen(asked: Asked, before: Sheets): Sheets {
  const later = before.later.filter((sheet) => isAsked(asked, sheet));
  const stays = before.open !== null && (before.byTap || isAsked(asked, before.open));
  if (stays && before.open !== null && !isToRead(before.open)) return same(before, { ...before, later });

  const next = asked.introduce ? undefined : ASKED.find((sheet) => asked[sheet] && !later.includes(sheet));
  if (next !== undefined) return { open: next, byTap: false, later };

  return same(before, stays ? { ...before, later } : { ...NO_SHEET, later });
}

/** Opened by the person. What was put off is put off no longer. */
export const opened = (before: Sheets, sheet: SheetKind): Sheets => ({
  open: sheet,
  byTap: true,
  later: before.later.filter((other) => other !== sheet),
});

/** Closed by the person. A question that is still asked is only put off. */
export function closed(asked: Asked, { open, later }: Sheets): Sheets {
  const isPutOff = open !== null && isAsked(asked, open) && !later.includes(open);

  return { ...NO_SHEET, later: isPutOff ? [...later, open] : later };
}

/** Answered: it goes as soon as the visit has the answer. */
export const answered = (asked: Asked, before: Sheets): Sheets =>
  before.open !== null && isAsked(asked, before.open) ? { ...before, byTap: false } : closed(asked, before);

/**
 * The question that was put off and is answered by one tap from there; null while a sheet stands open. Only the way to another room is
 * offered beside an open sheet as well, because somebody waits there.
 */
export function putOff(asked: Asked, { open, later }: Sheets): SheetKind | null {
  if (open === null) return ASKED.find((sheet) => later.includes(sheet)) ?? null;

  return asked.invited && open !== 'invited' ? 'invited' : null;
}

const same = (before: Sheets, after: Sheets): Sheets =>
  before.open === after.open && before.byTap === after.byTap && before.later.length === after.later.length
    ? before
    : after;
