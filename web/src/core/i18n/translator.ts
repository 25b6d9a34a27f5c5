import type { Locale } from '@yunzhen/shared/core/locale';
import type { MessageTree } from './message-shape.ts';

type Named = Record<string, string | number>;

interface Wanted {
  locale: Locale;
  named: Named;
  count?: number | undefined;
}

/** A `{…}` placeholder: a named value, or a quoted character that has a special meaning unquoted, as in `{'|'}`. */
const place = /\{\s*(?:(\w+)|'([^']*)')\s*\}/g;
const betweenForms = /(?<!\{')\s*\|\s*(?!'\})/;

/**
 * Returns the text under a dotted key with its values inserted; undefined where the tree has none. A missing value becomes empty.
 * With a count it chooses among the forms `one | many` or `none | one | many`.
 * A language with more plural categories has one form for each, in Unicode CLDR order.
 */
export function say(tree: MessageTree, key: string, { locale, named, count }: Wanted): string | undefined {
  let found: string | MessageTree | undefined = tree;
  for (const part of key.split('.')) found = typeof found === 'string' ? undefined : found?.[part];
  if (typeof found !== 'string') return undefined;
  return formOf(found, locale, Math.abs(count ?? 1)).replace(
    place,
    (_, name: string | undefined, literal: string | undefined) =>
      name === undefined ? (literal ?? '') : String(named[name] ?? ''),
  );
}

const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

function formOf(text: string, locale: Locale, n: number): string {
  const forms = text.split(betweenForms);
  if (forms.length === 1) return text;
  const rules = new Intl.PluralRules(locale);
  const category = rules.select(n);
  const known = categories.filter((each) => rules.resolvedOptions().pluralCategories.includes(each));
  if (known.includes('few') && forms.length === known.length) return (forms[known.indexOf(category)] ?? text).trim();
  const isOne = n === 1 || category === 'one';
  const index = forms.length === 2 ? (isOne ? 0 : 1) : n === 0 ? 0 : isOne ? 1 : 2;
  return (forms[index] ?? text).trim();
}
