/** Marks, among the ids of a name, a Chinese patent medicine. */
export const PATENT = '@';

/** A minus or 阴性 in brackets, which denies the name before it; the text may be folded. */
export const minus = String.raw`[(（]\s?(?:[-－‐–—−]|阴性)\s?[)）]`;
