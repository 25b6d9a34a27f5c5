/** A dot and letters, digits or dashes of any script: short enough to type, never a word that is meant as itself. */
export const snippetTrigger = /^\.[\p{L}\p{N}-]{1,20}$/u;

/** So many a doctor keeps: more than anybody remembers, few enough to be at hand in the browser. */
export const maxSnippets = 200;

/** Where a trigger may begin: at the start, after white space or punctuation, and after Chinese, which has no spaces. */
const before = /[\s\p{P}\p{Script=Han}]/u;
const candidate = /\.[\p{L}\p{N}-]{1,20}$/u;

/**
 * Puts the snippet’s text in the place of its trigger once a space, tab or line break was typed behind it; that character
 * goes with the trigger. The caret stands behind the text afterwards. Null when there is nothing to expand.
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
