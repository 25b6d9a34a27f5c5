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

it('offers to remove a portrait only where the page removes it', async () => {
  const props = { portrait: '/p', name: '赵新', nameLatin: 'Zhao Xin', busy: false, error: undefined };
  const page = await mounted(PortraitChooser, { ...props, removable: false });
  expect(page.text()).not.toContain('Remove');
  await page.set({ removable: true });
  expect(page.text()).toContain('Remove');
  page.end();
});
