import { afterEach, expect, it, vi } from 'vitest';
import { localeKey, preferredLocale } from './preferred-locale.ts';

afterEach(() => vi.unstubAllGlobals());

function browser(languages: readonly string[], stored: string | null = null) {
  vi.stubGlobal('navigator', { languages });
  vi.stubGlobal('localStorage', { getItem: (key: string) => (key === localeKey ? stored : null) });
}

it.each([
  [['zh-TW', 'en'], 'zh-CN'],
  [['fr', 'EN-gb', 'zh-CN'], 'en'],
  [['zha', 'enm'], 'en'],
  [[], 'en'],
])('with the language preferences %j the app uses %s', (languages, locale) => {
  browser(languages);
  expect(preferredLocale()).toBe(locale);
});

it('the preferred language is the one chosen in this browser, unless the app no longer has it', () => {
  browser(['en'], 'zh-CN');
  expect(preferredLocale()).toBe('zh-CN');
  browser(['zh'], 'tlh');
  expect(preferredLocale()).toBe('zh-CN');
});
