/** What the media plane tells the people who run it; pino's shape. Never a name, an address or a parameter of a device. */
export interface MediaLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Enough of an id to follow it through a log, too little to use it. */
export const shortId = (id: string): string => id.slice(0, 6);
