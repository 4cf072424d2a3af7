import type { Role } from '@doorstep/shared/visit/people.ts';

/** For whom a family screen is worded. Children read the same screens in shorter, warmer words. */
export type Reader = 'adult' | 'child';

/** The same sentences for each reader. */
export type ForEachReader<Words> = Readonly<Record<Reader, Words>>;

/** Who is reading, by their place in the visit. */
export const readerOf = (role: Role): Reader => (role === 'child' ? 'child' : 'adult');
