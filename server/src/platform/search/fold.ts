const HAN = /\p{Script=Han}/u;

/**
 * Brings text to the one form that is indexed and searched: lower case, no accents, full-width forms made plain,
 * and the British ae/oe written e, so that "oesophagitis" and "esophagitis", "anaemia" and "anemia" are one word.
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’`]/g, '').replace(/ae|oe/g, 'e');
}

/** The folded words of Latin text, in order; everything that is neither letter nor digit separates. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[a-z0-9]+/g) ?? [];
}

/** Chinese text without spaces and punctuation, so that a substring search sees only what a reader would type. */
export function foldHan(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A code as people type it: case, dots and spaces do not matter. */
export function foldCode(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

export function hasHan(text: string): boolean {
  return HAN.test(text);
}
