declare const brand: unique symbol;

/** A primitive that can only be made by parsing or minting, so that one id can never stand where another belongs. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
