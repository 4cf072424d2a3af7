import { mkdir } from 'node:fs/promises';
import { codeOf, StartRefused } from './startRefused.ts';

/** Makes the folder for everything that the server keeps, if need be. Refuses where it cannot be. */
export async function makeDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new StartRefused(
      `The data folder ${folder} cannot be made (${codeOf(cause)}): choose another one with --data.`,
      { cause },
    );
  }
}
