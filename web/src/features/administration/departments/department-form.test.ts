// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, nextTick } from 'vue';
import { afterEach, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { tabDrafts } from '../../../core/autosave/tab/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import DepartmentForm from './department-form.vue';

afterEach(() => tabDrafts.forget());

async function opened() {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['administration']);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(DepartmentForm, { department: undefined }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => document.querySelector('[role="dialog"] form')).toBeTruthy();
  const name = () => document.querySelector<HTMLInputElement>('[role="dialog"] input');
  return {
    name,
    end() {
      app.unmount();
      root.remove();
    },
  };
}

it('shows typed values again after it was closed, as by Escape', async () => {
  const first = await opened();
  const name = first.name();
  if (!name) throw new Error('no field');
  name.value = '湖畔内科';
  name.dispatchEvent(new Event('input'));
  await nextTick();
  first.end();
  const again = await opened();
  expect(again.name()?.value).toBe('湖畔内科');
  again.end();
}, 60_000);
