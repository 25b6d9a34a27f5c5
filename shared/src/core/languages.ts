/**
 * The languages of the app, as data. The first is the one that a missing text falls back to. How to add one:
 * docs/contributing/adding-a-language.md.
 */
export const languages = {
  en: { name: 'English' },
  'zh-CN': { name: '中文' },
} as const;
