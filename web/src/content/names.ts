const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "Amina", "Amina and Sam", "Amina, Lena and Sam" */
export const sayNames = (names: readonly string[]): string => AND.format(names);
