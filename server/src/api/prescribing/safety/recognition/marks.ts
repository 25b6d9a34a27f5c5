/** Marks, among the ids of a name, a Chinese patent medicine. */
export const PATENT = '@';
