// @vitest-environment happy-dom
import { effectScope, shallowRef } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useOpening } from './delay-notice.ts';

let scope = effectScope();
beforeEach(() => {
  scope = effectScope();
  vi.useFakeTimers();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

/** A waiting room whose notice is fetched by `load`. */
function room(load: () => Promise<unknown>) {
  const shows = shallowRef<boolean>();
  const opening = scope.run(() => useOpening(() => shows.value, load));
  return { shows, isOpen: () => opening?.value === false };
}

it('The waiting room opens with the notice, or at once without one', async () => {
  for (const notice of [true, false]) {
    const { shows, isOpen } = room(() => Promise.resolve());
    expect(isOpen()).toBe(false);
    shows.value = notice;
    await vi.advanceTimersByTimeAsync(0);
    expect(isOpen()).toBe(true);
  }
});

it('The waiting room opens after a second while the notice does not load', async () => {
  const { shows, isOpen } = room(() => new Promise(() => {}));
  shows.value = true;
  await vi.advanceTimersByTimeAsync(900);
  expect(isOpen()).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(isOpen()).toBe(true);
});
