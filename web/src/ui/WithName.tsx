import { createElement, Fragment, type ReactNode } from 'react';

/** Stands for the name while the sentence is made: a character that nobody types. */
const MARK = '\uFFFC';

interface WithNameProps {
  readonly says: (name: string) => string;
  /** As somebody typed it, in whatever script. */
  readonly name: ReactNode;
}

/** A sentence with a name in it. The name is set apart, so that one written from right to left does not turn the words around it. */
export function WithName({ says, name }: WithNameProps): ReactNode {
  const [before, ...after] = says(MARK).split(MARK);

  return createElement(Fragment, null, before, ...after.flatMap((part) => [<bdi key={part}>{name}</bdi>, part]));
}
