import type { MessageTree } from './message-shape.ts';

type Named = Record<string, string | number>;

/** What `{…}` stands for: a value by its name, or a character in quotes that would mean something bare, as in `{'|'}`. */
const place = /\{\s*(?:(\w+)|'([^']*)')\s*\}/g;
const betweenForms = /(?<!\{')\s*\|\s*(?!'\})/;

/**
 * The text under a dotted key with its values put in; undefined where the tree has none. With a count it chooses among the
 * forms `one | many` or `none | one | many`. A value that was not given leaves its place empty.
 */
export function say(tree: MessageTree, key: string, named: Named, count?: number): string | undefined {
  let found: string | MessageTree | undefined = tree;
  for (const part of key.split('.')) found = typeof found === 'string' ? undefined : found?.[part];
  if (typeof found !== 'string') return undefined;
  return formOf(found, count).replace(place, (_, name: string | undefined, literal: string | undefined) =>
    name === undefined ? (literal ?? '') : String(named[name] ?? ''),
  );
}

function formOf(text: string, count: number | undefined): string {
  const forms = text.split(betweenForms);
  if (forms.length === 1) return text;
  const n = Math.abs(count ?? 1);
  const index = forms.length === 2 ? (n === 1 ? 0 : 1) : Math.min(n, 2);
  return (forms[index] ?? text).trim();
}
