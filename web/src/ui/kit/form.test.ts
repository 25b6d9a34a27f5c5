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
/** A field that says what befalls it, as the kit's fields do. */
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

it('says what its rules refuse in the language that the reader has then', async () => {
  form.submit();
  await expect.poll(faults).toEqual(['Enter a valid e-mail address.', 'Enter at least 3 characters.']);
  await setLocale('zh-CN');
  await nextTick();
  expect(faults()).toEqual(['邮箱地址格式不正确。', '太短，至少 3 个字符。']);
});

it('says what the hospital refused in the language that the reader has then', async () => {
  const fields = [{ path: 'body.email', rule: 'taken' }];
  form.setErrors(toFormErrors(new AppError('validation.failed', undefined, { fields })));
  await nextTick();
  expect(faults()).toEqual(['Already in use.']);
  await setLocale('zh-CN');
  await nextTick();
  expect(faults()).toEqual(['已被使用。']);
});

it('says nothing new while the pointer is on its way to press something below', async () => {
  context.report({ type: 'blur', name: 'email' });
  await expect.poll(faults).toEqual(['Enter a valid e-mail address.']);
  state.email = 'anna@example.test';
  root.querySelector('form')?.dispatchEvent(new Event('pointerdown'));
  // A finger is lifted first, then the field is left, then there is a click.
  dispatchEvent(new Event('pointerup'));
  // Whatever is at work without the click is done by then.
  await new Promise((done) => setTimeout(done));
  context.report({ type: 'blur', name: 'email' });
  await new Promise((done) => setTimeout(done));
  expect(faults()).toHaveLength(1);
  dispatchEvent(new Event('click'));
  await expect.poll(faults).toEqual([]);
});

it('says what is new after a press that slid away and never clicked', async () => {
  root.querySelector('form')?.dispatchEvent(new Event('pointerdown'));
  context.report({ type: 'blur', name: 'email' });
  dispatchEvent(new Event('pointerup'));
  await expect.poll(faults).toEqual(['Enter a valid e-mail address.']);
});

it('takes back what it said of a field as soon as that is put right, also where nobody has left the field yet', async () => {
  form.submit();
  await expect.poll(faults).toHaveLength(2);
  state.name = 'Anna';
  context.report({ type: 'input', name: 'name' });
  await expect.poll(faults).toEqual(['Enter a valid e-mail address.']);
});

it('has its fields on when it leads to what is wrong, by its own rules or by the hospital’s', async () => {
  app.unmount();
  // Named in another order than they stand in.
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
