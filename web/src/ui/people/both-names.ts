import { nameInOrder, type Locale } from '@yunzhen/shared/core/locale';
import { inBrackets } from '../../core/i18n/in-brackets.ts';

/** Returns a person’s name in the reader’s form with the other one in brackets, for a comparison of identities: `李伟（Li Wei）`. */
export function bothNames({ name, nameLatin }: { name: string; nameLatin: string }, locale: Locale): string {
  const first = nameInOrder(name, nameLatin, locale);
  const second = first === name ? nameLatin : name;
  if (second === '' || second === first) return first;
  return inBrackets(first, second, locale);
}
