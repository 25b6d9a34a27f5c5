// @vitest-environment happy-dom
import { nextTick } from 'vue';
import { beforeEach, expect, it } from 'vitest';
import { appTexts } from '../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../core/i18n/index.ts';
import { mounted } from '../testing/mounted.ts';
import ListSearch from './list-search.vue';

interface Given {
  label: string;
  placeholder: string;
  modelValue: string;
  narrowed: boolean;
  rows: readonly unknown[] | undefined;
  partial?: boolean;
}
const first: Given = { label: 'Rows', placeholder: 'Name', modelValue: '', narrowed: false, rows: undefined };

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
});

/** Returns the field itself: one that was removed and shown again is another. */
async function listed(given: Partial<Given>) {
  const page = await mounted<Given>(ListSearch, { ...first, ...given });
  return { ...page, field: () => page.all('input')[0] };
}

it('hides the field of a list without rows, and shows it with the first row', async () => {
  const list = await listed({});
  await list.set({ rows: [] });
  expect(list.field()).toBeUndefined();
  await list.set({ rows: ['a'] });
  expect(list.field()).toBeDefined();
  list.end();
});

it('keeps the field while the rows of the former search are shown, and when the last row is removed', async () => {
  const list = await listed({ rows: ['a'] });
  const field = list.field();
  await list.set({ modelValue: 'x', narrowed: true });
  await list.set({ rows: [] });
  await list.set({ modelValue: '', narrowed: false });
  expect(list.field()).toBe(field);
  await list.set({ rows: ['a'] });
  await list.set({ rows: [] });
  expect(list.field()).toBe(field);
  list.end();
});

it('keeps the field of an empty list that opened with a search, and one in use before the rows are known', async () => {
  const searched = await listed({ modelValue: 'x', narrowed: true, rows: [] });
  const field = searched.field();
  expect(field).toBeDefined();
  await searched.set({ modelValue: '', narrowed: false });
  expect(searched.field()).toBe(field);
  searched.end();

  const list = await listed({});
  const used = list.field();
  used?.dispatchEvent(new FocusEvent('focus'));
  await nextTick();
  await list.set({ rows: [] });
  expect(list.field()).toBe(used);
  list.end();
});

it('hides the filters with the field, unless the list shows only some of its rows', async () => {
  const list = await listed({ rows: [] });
  expect(list.all('[role=search]')).toHaveLength(0);
  await list.set({ partial: true });
  expect(list.all('[role=search]')).toHaveLength(1);
  expect(list.field()).toBeUndefined();
  await list.set({ partial: false, narrowed: true });
  expect(list.field()).toBeDefined();
  list.end();
});
