/** 128 random bits as text; `crypto.randomUUID` is missing from the oldest browsers and from plain http. */
export const mintId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
