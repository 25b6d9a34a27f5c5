import { readsHan, type Locale } from '@yunzhen/shared/core/locale';

/** Returns a text with another behind it in the brackets of the language: `To sign (3)`, `待签名（3）`. */
export const inBrackets = (text: string, beside: string | number, locale: Locale): string =>
  readsHan(locale) ? `${text}（${beside}）` : `${text} (${beside})`;
