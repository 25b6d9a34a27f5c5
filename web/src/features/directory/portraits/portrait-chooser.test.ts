// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import PortraitChooser from './portrait-chooser.vue';

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
});

it('offers to remove a portrait where there is one', async () => {
  const props = { portrait: null as string | null, name: '赵新', nameLatin: 'Zhao Xin', busy: false, error: undefined };
  const page = await mounted(PortraitChooser, props);
  expect(page.text()).not.toContain('Remove');
  await page.set({ portrait: '/p' });
  expect(page.text()).toContain('Remove');
  page.end();
});
