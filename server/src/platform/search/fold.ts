const HAN = /\p{Script=Han}/u;

/**
 * Normalises text for indexing and searching: lower case, no accents, full-width forms converted, British ae/oe written e. So "oesophagitis" and
 * "esophagitis", "anaemia" and "anemia" are one word.
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’`]/g, '').replace(/ae|oe/g, 'e');
}

/** Returns the normalised words of Latin text in order, separated by anything but letters and digits. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[a-z0-9]+/g) ?? [];
}

/** Returns Chinese text without spaces and punctuation, for substring search. */
export function foldHan(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Normalises a code: case, dots and spaces are ignored. */
export function foldCode(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

export function hasHan(text: string): boolean {
  return HAN.test(text);
}
