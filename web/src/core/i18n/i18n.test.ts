// @vitest-environment happy-dom
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '@yunzhen/shared/core/locale';
import { localeKey } from './preferred-locale.ts';

// A copy of its own: other tests of this process have loaded their texts.
vi.resetModules();
afterAll(() => vi.resetModules());
const { currentLocale, followOtherTabs, needTexts, provideTexts, sayIn, setLocale } = await import('./i18n.ts');

/** Waits until `release` is called with the same name. */
const held = new Map<string, () => void>();
const hold = (name: string) => held.set(name, () => undefined);
const release = (name: string) => held.get(name)?.();
const free = (name: string) =>
  held.has(name) ? new Promise<void>((resolve) => held.set(name, resolve)) : Promise.resolve();

const texts = (locale: Locale, area: string) => ({ title: `${area} in ${locale}` });

provideTexts({
  startAreas: ['common'],
  loadArea: async (locale, area) => {
    await free(`${locale} ${area}`);
    return texts(locale, area);
  },
  loadEveryArea: () => Promise.resolve({}),
  loadContent: () => Promise.resolve({}),
  loadErrorTexts: async (locale) => {
    await free(locale);
    return {};
  },
  loadFurtherErrorTexts: () => Promise.resolve({}),
});
followOtherTabs();

/** Lets everything that is not held finish. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  held.clear();
  await setLocale('en');
});

describe('Two choices of language at once', () => {
  it('end with the last one, even if it loads first', async () => {
    hold('zh-CN');
    const slow = setLocale('zh-CN');
    await setLocale('en');
    release('zh-CN');
    await slow;
    expect(currentLocale.value).toBe('en');
    expect(localStorage.getItem(localeKey)).toBe('en');
  });

  it('in two tabs never overwrite each other', async () => {
    hold('zh-CN');
    localStorage.setItem(localeKey, 'zh-CN');
    window.dispatchEvent(new StorageEvent('storage', { key: localeKey }));
    // The other tab has changed its mind while this one was loading.
    localStorage.setItem(localeKey, 'en');
    release('zh-CN');
    await settle();
    expect(localStorage.getItem(localeKey)).toBe('en');
    window.dispatchEvent(new StorageEvent('storage', { key: localeKey }));
    await settle();
    expect(currentLocale.value).toBe('en');
  });
});

describe('A page that opens while the language changes', () => {
  it('has its texts in the new language when its texts load first', async () => {
    hold('zh-CN common');
    const change = setLocale('zh-CN');
    await needTexts(['booking']);
    release('zh-CN common');
    await change;
    expect(sayIn('booking.title', {})).toBe('booking in zh-CN');
  });

  it('has its texts in the new language when only the error texts are still loading', async () => {
    hold('zh-CN');
    const change = setLocale('zh-CN');
    await settle();
    await needTexts(['audit']);
    release('zh-CN');
    await change;
    expect(sayIn('audit.title', {})).toBe('audit in zh-CN');
  });

  it('has its texts in the new language when the language loads first', async () => {
    hold('en chat');
    const opened = needTexts(['chat']);
    await setLocale('zh-CN');
    release('en chat');
    await opened;
    expect(sayIn('chat.title', {})).toBe('chat in zh-CN');
  });
});
