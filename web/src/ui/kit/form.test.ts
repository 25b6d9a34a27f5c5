// @vitest-environment happy-dom
import { createApp, h, inject, nextTick, reactive, type App } from 'vue';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '@yunzhen/shared/core/errors';
import { needTexts, provideTexts, setLocale } from '../../core/i18n/index.ts';
import { appTexts } from '../../app/texts/texts.ts';
import { inWords, toFormErrors } from '../forms/field-errors.ts';
import { useTranslatedSchemas } from '../forms/zod-messages.ts';
import { formContextKey, type FormContext } from './form-context.ts';
import UiForm from './form.vue';
import UiFormField from './form-field.vue';
import UiTextarea from './textarea.vue';

const schema = inWords(z.strictObject({ email: z.email(), name: z.string().min(3) }));
const state = reactive({ email: '', name: '' });

interface Form {
  submit: () => void;
  setErrors: (found: ReturnType<typeof toFormErrors>) => void;
}
let context: FormContext;
/** A field that reports its events, as the kit’s fields do. */
const Field = () => {
  context = inject(formContextKey) as FormContext;
  return h('input');
};

let app: App;
let root: HTMLElement;
let form: Form;

beforeEach(async () => {
  useTranslatedSchemas();
  // Pages do this before zod is loaded.
  z.config(globalThis.__zod_globalConfig ?? {});
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
  Object.assign(state, { email: 'anna', name: 'An' });
  app = createApp(() =>
    h(UiForm as never, { ref: (made: unknown) => (form = made as Form), state, schema }, () =>
      (['email', 'name'] as const).map((name) => h(UiFormField, { name, label: name }, () => h(Field))),
    ),
  );
  root = document.body.appendChild(document.createElement('div'));
  app.mount(root);
  await nextTick();
});
afterEach(() => {
  globalThis.__zod_globalConfig = undefined;
  z.config({ customError: undefined, jitless: false });
  app.unmount();
  root.remove();
});

const faults = () => [...root.querySelectorAll('[id$="-error"]')].map((element) => element.textContent);

it('A form shows errors of its own rules in the current language', async () => {
  form.submit();
  await expect.poll(faults).toEqual(['Enter a valid e-mail address.', 'Enter at least 3 characters.']);
  await setLocale('zh-CN');
  await nextTick();
  expect(faults()).toEqual(['邮箱地址格式不正确。', '太短，至少 3 个字符。']);
});

it('A form shows errors of the server in the current language', async () => {
  const fields = [{ path: 'body.email', rule: 'taken' }];
  form.setErrors(toFormErrors(new AppError('validation.failed', undefined, { fields })));
  await nextTick();
  expect(faults()).toEqual(['Already in use.']);
  await setLocale('zh-CN');
  await nextTick();
  expect(faults()).toEqual(['已被使用。']);
});

it('A form shows no new error while a pointer press is in progress', async () => {
  context.report({ type: 'blur', name: 'email' });
  await expect.poll(faults).toEqual(['Enter a valid e-mail address.']);
  state.email = 'anna@example.test';
  root.querySelector('form')?.dispatchEvent(new Event('pointerdown'));
  // On touch screens the order is pointerup, blur, click.
  dispatchEvent(new Event('pointerup'));
  // Work that does not wait for the click has ended by then.
  await new Promise((done) => setTimeout(done));
  context.report({ type: 'blur', name: 'email' });
  await new Promise((done) => setTimeout(done));
  expect(faults()).toHaveLength(1);
  dispatchEvent(new Event('click'));
  await expect.poll(faults).toEqual([]);
});

it('A form shows new errors after a press that never became a click', async () => {
  root.querySelector('form')?.dispatchEvent(new Event('pointerdown'));
  context.report({ type: 'blur', name: 'email' });
  dispatchEvent(new Event('pointerup'));
  await expect.poll(faults).toEqual(['Enter a valid e-mail address.']);
});

it('A form removes the error of a field as soon as it is corrected, also before the field loses focus', async () => {
  form.submit();
  await expect.poll(faults).toHaveLength(2);
  state.name = 'Anna';
  context.report({ type: 'input', name: 'name' });
  await expect.poll(faults).toEqual(['Enter a valid e-mail address.']);
});

it('A form has its fields enabled when it focuses an error, of its own rules or of the server', async () => {
  app.unmount();
  // In another order than on the page.
  const fields = ['name', 'email'].map((name) => ({ path: `body.${name}`, rule: 'taken' }));
  const refusal = () => {
    form.setErrors(toFormErrors(new AppError('validation.failed', undefined, { fields })));
    return Promise.resolve();
  };
  let wereOff: boolean[] = [];
  const inputs = () => [...root.querySelectorAll('textarea')];
  const onError = () => (wereOff = inputs().map(({ disabled }) => disabled));
  app = createApp(() =>
    h(
      UiForm as never,
      { ref: (made: unknown) => (form = made as Form), state, schema, onError, onSubmit: refusal },
      () =>
        (['email', 'name'] as const).map((name) => h(UiFormField, { name, label: name }, () => h(UiTextarea as never))),
    ),
  );
  app.mount(root);
  form.submit();
  await expect.poll(() => wereOff).toEqual([false, false]);
  Object.assign(state, { email: 'anna@example.test', name: 'Anna' });
  form.submit();
  await expect.poll(() => document.activeElement).toBe(inputs()[0]);
  expect(inputs().some(({ disabled }) => disabled)).toBe(false);
});

it('A required field has no mark, but screen readers announce it', () => {
  const page = document.body.appendChild(document.createElement('div'));
  const field = (label: string, required: boolean) =>
    h(UiFormField, { label, required }, () => h(UiTextarea, { modelValue: '' }));
  const fields = createApp(() => [field('Reason', true), field('Note', false)]);
  fields.mount(page);
  expect([...page.querySelectorAll('textarea')].map((area) => area.getAttribute('aria-required'))).toEqual([
    'true',
    null,
  ]);
  fields.unmount();
  page.remove();
});
