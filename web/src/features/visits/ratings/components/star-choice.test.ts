// @vitest-environment happy-dom
import { createApp, h } from 'vue';
import { afterEach, expect, it } from 'vitest';
import { appTexts } from '../../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../../core/i18n/index.ts';
import StarChoice from './star-choice.vue';

afterEach(() => setLocale('en'));

it.each([
  { locale: 'en' as const, name: '4 of 5, Good' },
  { locale: 'zh-CN' as const, name: '4 分（满分 5 分），好' },
])('names the stars and what they mean as one phrase in $locale', async ({ locale, name }) => {
  provideTexts(appTexts);
  await setLocale(locale);
  await needTexts(['ratings']);
  const root = document.createElement('div');
  const app = createApp(() => h(StarChoice, { label: 'Care', modelValue: null }));
  app.mount(root);
  expect([...root.querySelectorAll('label')].map(({ textContent }) => textContent.trim())).toContain(name);
  app.unmount();
});
