/** The languages of the app, as data. A missing text falls back to the first. How to add one: docs/contributing/adding-a-language.md. */
export const languages = {
  en: { name: 'English' },
  'zh-CN': { name: '中文' },
} as const;
