/** Blocks of scripts in which a joiner changes how letters look (RFC 5892, appendix A.1 and A.2): Arabic to Sinhala, Myanmar, Khmer. */
export const joiningScripts = '\\u0600-\\u0dff\\u1000-\\u109f\\u1780-\\u17ff';
/** Selectors of a form of the character before them, as family registers use (Unicode Ideographic Variation Database). */
export const variantSelectors = '[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]';

/** Unseen characters where they belong: they change the character or picture beside them, which is seen. */
const inPlace = [
  `\\p{Script=Han}${variantSelectors}`,
  `[${joiningScripts}]\\p{Mn}{0,4}[\\u200c\\u200d]{1,2}`,
  `[\\u200c\\u200d]{1,2}(?=[${joiningScripts}])`,
  '[\\u1820-\\u18aa][\\u180b-\\u180f\\u200c\\u200d]{1,2}',
  '[\\d#*]\\ufe0f\\u20e3',
  '\\p{Extended_Pictographic}\\p{EMod}?[\\ufe0e\\ufe0f]?(?:\\u200d\\p{Extended_Pictographic}\\p{EMod}?\\ufe0f?)*',
].join('|');
/** Flags of England, Scotland and Wales. */
const flags =
  '\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}';
/**
 * Characters that show nothing and hide, reorder or split what is seen: those that PRECIS refuses in free text (RFC 8264, section 9.13, with bidirectional
 * controls), controls beyond ASCII, and annotations.
 */
const hidden = '[\\p{Default_Ignorable_Code_Point}\\u0080-\\u009f\\ufff9-\\ufffb]';
const seenOrHidden = new RegExp(`(${flags}|${inPlace})|${hidden}`, 'gu');
/** More marks than any orthography puts on a letter; they would cover the lines above and below. Tibetan letters stack. */
const stacked = /\p{M}{9,}|(?:(?!\p{Script=Tibetan})\p{M}){5,}/gu;
/** Soft hyphen, zero-width space, word joiner and byte order mark: they change nothing but where a line may end, and come with copied text. */
const blanks = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Returns the text without characters that make it look different from what it is (Unicode TR36). Joiners of Arabic and Indic scripts, variants of
 * Chinese characters, and emoji stay.
 */
export function legible(text: string): string {
  return text.replace(seenOrHidden, (_found, seen: string | undefined) => seen ?? '').replace(stacked, '');
}

/** Returns the text without characters that change nothing of what is seen. */
export function withoutBlanks(text: string): string {
  return text.replace(blanks, '');
}

export function isStacked(text: string): boolean {
  return text.search(stacked) >= 0;
}
