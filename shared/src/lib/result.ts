/** The outcome of something that may be refused: an expected no is a value, never an exception. */
export type Result<Value, Refused> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refused };

/** A success carrying `value`. */
export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

/** An expected no carrying its reason. */
export const no = <Refused>(error: Refused): Result<never, Refused> => ({ ok: false, error });
