// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { mounted } from '../testing/mounted.ts';
import UiSelect from './select.vue';

const items = (every: string, mine: string) => [
  { value: 'every', label: every },
  { value: 'mine', label: mine },
];

it('A select shows the label of its value in the current language', async () => {
  const page = await mounted(UiSelect, { modelValue: 'mine', items: items('All departments', 'My department') });
  const shown = () => page.all('[role=combobox]')[0]?.textContent?.trim();
  expect(shown()).toBe('My department');
  await page.set({ items: items('全部科室', '我的科室') });
  expect(shown()).toBe('我的科室');
  await page.set({ modelValue: 'every' });
  expect(shown()).toBe('全部科室');
  page.end();
});

it('A select shows its placeholder while nothing is chosen', async () => {
  const page = await mounted(UiSelect, { items: items('Every', 'Mine'), placeholder: 'Choose a reason' });
  expect(page.all('[role=combobox]')[0]?.textContent?.trim()).toBe('Choose a reason');
  page.end();
});
