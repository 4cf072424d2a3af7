/** Where lifecycle transitions and faults are told, ids only, never names. A pino logger is one. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** For tests of what is not about logging. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
