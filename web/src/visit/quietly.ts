/** Storage that is switched off or full is as good as none: null, whatever was thrown. */
export function quietly<Value>(act: () => Value): Value | null {
  try {
    return act();
  } catch {
    return null;
  }
}
