import type { SourceFile } from './sources.ts';

/** A promise about the shape of the code, with code that breaks it: a rule that lets its own planted violation through fails. */
export interface Rule {
  readonly name: string;
  /** One sentence for each place that breaks the rule; empty when it holds. */
  readonly find: (sources: readonly SourceFile[]) => readonly string[];
  readonly planted: readonly [SourceFile, ...SourceFile[]];
  /** Code close to the border that must be let through. */
  readonly allowed?: readonly SourceFile[];
}

export const file = (path: string, text: string): SourceFile => ({ path, text });
