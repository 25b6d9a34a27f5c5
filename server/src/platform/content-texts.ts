import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { locales, translateContent } from '@yunzhen/shared/core/locale';

const folder = fileURLToPath(new URL('../../../shared/src/core/content/', import.meta.url));

/** Loads texts in languages other than English and Chinese, which are in the code. */
export function loadContentTexts(): void {
  for (const locale of locales) {
    const file = `${folder}${locale}.json`;
    if (existsSync(file)) translateContent(locale, JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  }
}
