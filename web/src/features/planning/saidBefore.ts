import type { SaidOfPlace } from '@doorstep/shared/visit/checks/record.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { SAID, VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock } from '../../content/times.ts';

const WORDS = VISIT_PAGE.ended.before;

export interface SaidLine {
  readonly says: string;
  /** Not as it should have been, or not known at all. Without a headset one can be heard well enough. */
  readonly isAmiss: boolean;
}

type Meaning = 'fine' | 'amiss' | 'notSaid';
type Meanings = {
  readonly [Key in keyof SaidOfPlace]-?: Readonly<Record<Exclude<SaidOfPlace[Key], undefined>, Meaning>>;
};

const MEANS: Meanings = {
  equipment: { authority: 'fine', personal: 'amiss', notSaid: 'notSaid' },
  behind: { fine: 'fine', toTidy: 'amiss', notSaid: 'notSaid' },
  overheard: { no: 'fine', yes: 'amiss', notSaid: 'notSaid' },
  headset: { yes: 'fine', no: 'amiss', notSaid: 'notSaid' },
};

/** [DEV-1] [DEV-2] Each answer in words, what was passed over last; what was never asked is left out. */
export function saySaid(said: SaidOfPlace | null): readonly SaidLine[] {
  if (said === null) return [{ says: WORDS.nothing, isAmiss: true }];

  const all = [
    ...(said.equipment === undefined ? [] : [{ words: SAID.equipment, means: MEANS.equipment[said.equipment] }]),
    { words: SAID.behind, means: MEANS.behind[said.behind] },
    { words: SAID.overheard, means: MEANS.overheard[said.overheard] },
    { words: SAID.headset, means: MEANS.headset[said.headset] },
  ];
  const passedOver = all.filter(({ means }) => means === 'notSaid').map(({ words }) => words.notSaid);

  return [
    ...all
      .filter(({ means }) => means !== 'notSaid')
      .map(({ words, means }) => ({ says: words[means], isAmiss: means === 'amiss' && words !== SAID.headset })),
    ...(passedOver.length === 0 ? [] : [{ says: WORDS.notSaid(passedOver.join(', ')), isAmiss: false }]),
  ];
}

/** As many times of going in stand one by one. */
const MOST_TIMES = 4;

/** "14:02, again 14:20"; of many only the first, how many there were, and the last. */
export function sayEntered(entered: readonly Instant[]): string {
  const [first, ...more] = entered.map(sayClock);
  if (first === undefined) return '';
  if (more.length === 0) return first;
  if (entered.length <= MOST_TIMES) return `${first}, ${WORDS.again(more.join(', '))}`;

  return `${first}, ${WORDS.oftenUntil(entered.length, more.at(-1) ?? first)}`;
}
