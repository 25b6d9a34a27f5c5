// @vitest-environment happy-dom
import { createApp, h } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../app/texts/texts.ts';
import { OfflineError } from '../../core/api/offline-error.ts';
import { provideTexts, setLocale } from '../../core/i18n/index.ts';
import { lazyPart } from './lazy-part.ts';

let end: () => void;

/** Mounts a part whose file fails this many times. */
function mounted(failures: number) {
  const load = vi.fn(async () => {
    if (load.mock.calls.length <= failures) throw new OfflineError();
    const part = { props: { name: String }, render: (of: { name: string }) => h('p', `part of ${of.name}`) };
    return { default: part, [Symbol.toStringTag]: 'Module' };
  });
  const Part = lazyPart(load);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(Part, { name: 'Anna' }));
  app.mount(root);
  end = () => {
    app.unmount();
    root.remove();
  };
  return { root, load };
}

beforeEach(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  vi.useFakeTimers();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

it('A part shows a skeleton until it is there, also when the first attempts fail', async () => {
  const { root, load } = mounted(2);
  expect(root.querySelector('[data-pending]')).not.toBeNull();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(3);
  expect(root.textContent).toBe('part of Anna');
});

it('A part that does not load says so, and is tried again when the user asks for it', async () => {
  const { root, load } = mounted(3);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(3);
  expect(root.querySelector('[role=alert]')).not.toBeNull();
  root.querySelector('button')?.click();
  await vi.advanceTimersByTimeAsync(0);
  expect(root.textContent).toBe('part of Anna');
});

it('A part that does not load is tried again when the network is back', async () => {
  const { root } = mounted(4);
  await vi.advanceTimersByTimeAsync(60_000);
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(root.querySelector('[data-pending]')).not.toBeNull();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(root.textContent).toBe('part of Anna');
});
