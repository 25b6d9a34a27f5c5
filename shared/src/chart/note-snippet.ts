/** A dot and letters, digits or dashes of any script: short to type, and never an ordinary word. */
export const snippetTrigger = /^\.[\p{L}\p{N}-]{1,20}$/u;

/** Maximum snippets of a doctor: more than anyone remembers, few enough to keep in the browser. */
export const maxSnippets = 200;

/** What may precede a trigger: the start, white space or punctuation, and Chinese, which has no spaces. */
const before = /[\s\p{P}\p{Script=Han}]/u;
const candidate = /\.[\p{L}\p{N}-]{1,20}$/u;

/**
 * Replaces a trigger by the snippet’s text once a space, tab or line break follows it, and drops that character. The caret is then after the text.
 * Null when there is nothing to expand.
 */
export function expandSnippet(
  text: string,
  caret: number,
  snippets: ReadonlyMap<string, string>,
): { text: string; caret: number } | null {
  const ended = text.slice(caret - 1, caret);
  if (!/^[ \t\n]$/.test(ended)) return null;
  const typed = candidate.exec(text.slice(0, caret - 1))?.[0];
  if (typed === undefined) return null;
  const start = caret - 1 - typed.length;
  const place = text.slice(0, start);
  if (place !== '' && !before.test(Array.from(place).at(-1) ?? '')) return null;
  const expansion = snippets.get(typed.toLowerCase());
  if (expansion === undefined) return null;
  return { text: place + expansion + text.slice(caret), caret: start + expansion.length };
}
