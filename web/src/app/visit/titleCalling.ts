const MARK = /^\(\d+\) /;

/** The title of a tab with the number of what is open before it, in place of an earlier one; none for nothing. It says no more: titles are read over shoulders. */
export function titleCalling(title: string, open: number): string {
  const plain = title.replace(MARK, '');
  return open === 0 ? plain : `(${open}) ${plain}`;
}
