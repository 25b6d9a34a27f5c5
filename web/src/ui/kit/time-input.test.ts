// @vitest-environment happy-dom
import { createApp, h, nextTick, shallowRef, type App } from 'vue';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { needTexts, provideTexts, setLocale } from '../../core/i18n/index.ts';
import { appTexts } from '../../app/texts/texts.ts';
import UiTimeInput from './time-input.vue';

const time = shallowRef('09:00');
let app: App;
let input: HTMLInputElement;

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
  time.value = '09:00';
  const root = document.body.appendChild(document.createElement('div'));
  app = createApp(() =>
    h(UiTimeInput, { modelValue: time.value, 'onUpdate:modelValue': (now: string) => void (time.value = now) }),
  );
  app.mount(root);
  input = root.querySelector('input') as HTMLInputElement;
});
afterEach(() => {
  app.unmount();
  document.body.replaceChildren();
});

async function type(text: string, { leave = true } = {}): Promise<void> {
  input.value = text;
  input.dispatchEvent(new Event('input'));
  if (leave) input.dispatchEvent(new Event('change'));
  await nextTick();
}

it('A time field shows 24 hours and completes a short time when it is left', async () => {
  await type('13', { leave: false });
  expect([input.value, time.value]).toEqual(['13', '09:00']);
  await type('1330');
  expect([input.value, time.value]).toEqual(['13:30', '13:30']);
});

it('A time field keeps what is no time, says so, and counts as empty', async () => {
  await type('25:00');
  expect([input.value, time.value, input.getAttribute('aria-invalid')]).toEqual(['25:00', '', 'true']);
  expect(document.querySelector('[role="alert"]')?.textContent).toBe('Enter a time such as 09:30.');
  await type('23:00');
  expect(document.querySelector('[role="alert"]')).toBeNull();
});

it('A time field follows a value that is set elsewhere', async () => {
  await type('25:00');
  time.value = '08:15';
  await nextTick();
  expect(input.value).toBe('08:15');
});
