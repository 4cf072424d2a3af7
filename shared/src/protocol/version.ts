/** Raised whenever an older client could misunderstand the server. A client with another number is told to reload. */
export const PROTOCOL_VERSION = 6;
