import { readsHan, type Locale } from '@yunzhen/shared/core/locale';

/** Returns a text with a second one in the brackets of the language: `Tonsillitis (J03.9)`, `扁桃体炎（J03.9）`. */
export const inBrackets = (text: string, beside: string, locale: Locale): string =>
  readsHan(locale) ? `${text}（${beside}）` : `${text} (${beside})`;
