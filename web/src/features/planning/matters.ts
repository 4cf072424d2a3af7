import type { UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import { DEVICES } from '../../content/people.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';

const WORDS = VISIT_PAGE.ended.matter;

/** [UNK-2] Who or what it was about, and who noticed it, in one line. */
export function sayMatter({ about, why, whose, device, noticedBy }: UnknownView): string {
  const by = noticedBy === null ? '' : `, ${WORDS.noticedBy(noticedBy)}`;
  if (whose === null) return `${WORDS.nowhere}${by}`;

  const on = DEVICES[device ?? 'unknown'].toLowerCase();
  if (about.is === 'nearby') return `${WORDS.nearby(whose, on)}${by}`;

  return why === 'anotherDevice' ? WORDS.anotherDevice(whose, on) : `${WORDS.device(whose, on)}${by}`;
}
