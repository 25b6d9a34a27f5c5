// @vitest-environment happy-dom
import { createApp, h, nextTick, reactive, shallowRef, type App, type VNode } from 'vue';
import { afterEach, beforeEach, expect, it } from 'vitest';
import KitButton from './button.vue';
import KitForm from './form.vue';
import KitInput from './input.vue';
import KitSwitch from './switch.vue';

let app: App | undefined;
let root: HTMLElement;

beforeEach(() => (root = document.body.appendChild(document.createElement('div'))));
afterEach(() => {
  app?.unmount();
  root.remove();
});

/** Renders part of a staff page. */
function show(draw: () => VNode): void {
  app = createApp(draw);
  app.mount(root);
}

function find<Element extends HTMLElement>(selector: string): Element {
  const found = root.querySelector<Element>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}

/** Returns a busy state that lasts until the test ends it, and records clicks. */
function work() {
  const busy = shallowRef(false);
  const presses: string[] = [];
  const onClick = () => {
    presses.push('pressed');
    busy.value = true;
  };
  return { busy, presses, onClick };
}

for (const way of ['loading', 'disabled'] as const) {
  it(`A button that becomes inactive on click (${way}) keeps focus, ignores clicks while inactive, and works again`, async () => {
    const { busy, presses, onClick } = work();
    show(() => h(KitButton, { label: 'Save', [way]: busy.value, onClick }));
    const button = find<HTMLButtonElement>('button');
    button.focus();
    button.click();
    await nextTick();
    expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
    button.click();
    expect(presses).toHaveLength(1);
    busy.value = false;
    await nextTick();
    expect(document.activeElement).toBe(button);
    expect(button.hasAttribute('aria-disabled')).toBe(false);
    button.click();
    expect(presses).toHaveLength(2);
  });
}

it('A button that was disabled without a click is disabled natively', () => {
  show(() => h(KitButton, { label: 'Save', disabled: true }));
  expect(find<HTMLButtonElement>('button').disabled).toBe(true);
});

it('A button submits its form once, however often it is clicked', async () => {
  const busy = shallowRef(false);
  let sent = 0;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    sent += 1;
    busy.value = true;
  };
  show(() => h('form', { onSubmit }, h(KitButton, { label: 'Send', type: 'submit', loading: busy.value })));
  const button = find<HTMLButtonElement>('button');
  button.click();
  await nextTick();
  button.click();
  expect(sent).toBe(1);
});

it('A loading switch keeps focus and state', async () => {
  const { busy, presses, onClick } = work();
  show(() => h(KitSwitch, { modelValue: false, loading: busy.value, 'onUpdate:modelValue': onClick }));
  const input = find<HTMLInputElement>('input');
  input.focus();
  input.click();
  await nextTick();
  expect([input.disabled, input.getAttribute('aria-disabled')]).toEqual([false, 'true']);
  input.click();
  expect(presses).toHaveLength(1);
  expect([input.checked, document.activeElement === input]).toEqual([false, true]);
});

it('A rejected form returns focus to the field that it was submitted from', async () => {
  const state = reactive({ code: '123' });
  let end = () => {};
  const onSubmit = () => new Promise<void>((done) => (end = done));
  show(() => h(KitForm as never, { state, onSubmit }, () => h(KitInput, { modelValue: state.code })));
  const field = find<HTMLInputElement>('input');
  field.focus();
  find<HTMLFormElement>('form').requestSubmit();
  await expect.poll(() => field.disabled).toBe(true);
  // Browsers blur a disabled element; happy-dom does not.
  const elsewhere = root.appendChild(document.createElement('button'));
  elsewhere.focus();
  elsewhere.blur();
  expect(document.activeElement).toBe(document.body);
  end();
  await expect.poll(() => document.activeElement).toBe(field);
});
