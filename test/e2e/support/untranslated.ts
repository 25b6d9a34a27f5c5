import type { Page } from '@playwright/test';

/** Returns every text that the api has sent to this page: data that a page shows untranslated. */
export function dataOf(page: Page): Set<string> {
  const data = new Set<string>();
  page.on('response', (response) => {
    if (!/json/.test(response.headers()['content-type'] ?? '') || !response.url().includes('/api/')) return;
    // A page that was left before the answer arrived has none.
    void response.json().then(
      (answer) => collect(answer, data),
      () => undefined,
    );
  });
  return data;
}

function collect(value: unknown, into: Set<string>): void {
  // A lower-case name is a code, which no page shows as it is. An address may wrap after its @.
  if (typeof value === 'string') {
    for (const part of value.split(/(?<=@)/))
      if (wordsIn(part).length > 0 && !/^[a-z-]+$/.test(part)) into.add(part.replaceAll(/\s+/g, ' ').trim());
  }
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part, into);
}

/** Returns runs of Latin letters without accents, and of Chinese characters. */
const wordsIn = (text: string): string[] =>
  text.match(/\p{Script=Han}+|(?<![\p{L}\p{M}])[A-Za-z]{2,}(?![\p{L}\p{M}])/gu) ?? [];

const names = (options: Intl.DateTimeFormatOptions, step: number) =>
  Array.from({ length: 12 }, (_, at) =>
    new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(at * step * 86_400_000),
  );
/** English texts of Intl for dates and durations, which the pseudo-locale uses; names of languages and units. */
const everywhere = new Set([
  ...names({ month: 'short' }, 31),
  ...names({ month: 'long' }, 31),
  ...names({ weekday: 'short' }, 1),
  ...names({ weekday: 'long' }, 1),
  ...wordsIn(
    'today yesterday tomorrow sec min hr day days in ago AM PM CN GMT English 中文 Yunzhen 云诊 mmHg mL kg cm',
  ),
]);

/**
 * Returns every visible or spoken text of the page with a word that is neither translated nor data; `product` are the program’s English texts, which
 * never count as data.
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
