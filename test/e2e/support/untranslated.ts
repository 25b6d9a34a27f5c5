import type { Page } from '@playwright/test';

/** What the hospital stores and a page shows as it is: every text that the api has sent to this page. */
export function dataOf(page: Page): Set<string> {
  const data = new Set<string>();
  page.on('response', (response) => {
    if (!/json/.test(response.headers()['content-type'] ?? '') || !response.url().includes('/api/')) return;
    // A page that was left before its answer came has none.
    void response.json().then(
      (answer) => collect(answer, data),
      () => undefined,
    );
  });
  return data;
}

function collect(value: unknown, into: Set<string>): void {
  // A name in small letters is a code, which no page shows as it is. An address may be broken after its @.
  if (typeof value === 'string') {
    for (const part of value.split(/(?<=@)/))
      if (wordsIn(part).length > 0 && !/^[a-z-]+$/.test(part)) into.add(part.replaceAll(/\s+/g, ' ').trim());
  }
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part, into);
}

/** Runs of Latin letters without accents, and of Chinese characters. */
const wordsIn = (text: string): string[] =>
  text.match(/\p{Script=Han}+|(?<![\p{L}\p{M}])[A-Za-z]{2,}(?![\p{L}\p{M}])/gu) ?? [];

const names = (options: Intl.DateTimeFormatOptions, step: number) =>
  Array.from({ length: 12 }, (_, at) =>
    new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(at * step * 86_400_000),
  );
/** How Intl writes dates and spans in English, which it does for the pseudo-locale; names of languages and units. */
const everywhere = new Set([
  ...names({ month: 'short' }, 31),
  ...names({ month: 'long' }, 31),
  ...names({ weekday: 'short' }, 1),
  ...names({ weekday: 'long' }, 1),
  ...wordsIn('today yesterday tomorrow sec min hr day days in ago AM PM CN GMT English 中文 Yunzhen 云诊 mmHg kg cm'),
]);

/**
 * Every text that can be read or heard on the page as it is, and has a word that is neither translated nor data; `product` are
 * English texts of the program, which are no data wherever they come from.
 */
export async function untranslatedOn(
  page: Page,
  data: ReadonlySet<string>,
  product: ReadonlySet<string>,
): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [document.title];
    for (const element of document.body.querySelectorAll('*')) {
      if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName) || !element.checkVisibility()) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) found.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
    }
    return found.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  });
  const stored = [...data].filter((text) => !product.has(text)).sort((a, b) => b.length - a.length);
  const isForeign = (text: string) => wordsIn(text).some((word) => !everywhere.has(word));
  return [...new Set(texts)].filter(
    (text) => isForeign(text) && isForeign(stored.reduce((rest, part) => rest.replaceAll(part, ' '), text)),
  );
}
