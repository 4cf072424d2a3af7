/** A key of WebCrypto, by the one name that browsers' types and Node's have in common. */
export type SecretKey = typeof CryptoKey.prototype;
