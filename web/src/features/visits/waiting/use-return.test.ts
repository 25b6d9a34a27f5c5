// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { useReturn } from './use-return.ts';

let visibility: DocumentVisibilityState = 'visible';
let scope: EffectScope;

beforeEach(() => {
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.restoreAllMocks();
});

async function show(state: DocumentVisibilityState) {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
  await nextTick();
}

function opened(isAway: boolean | undefined) {
  const away = shallowRef(isAway);
  const [comeBack, refetch] = [vi.fn(), vi.fn()];
  scope.run(() => useReturn({ isAway: () => away.value, comeBack, refetch }));
  return { away, comeBack, refetch };
}

describe('coming back to the waiting room', () => {
  it('is opening the page, as soon as it is known that one was away', async () => {
    const { away, comeBack } = opened(undefined);
    expect(comeBack).not.toHaveBeenCalled();
    away.value = true;
    await nextTick();
    expect(comeBack).toHaveBeenCalledTimes(1);
  });

  it('is not the page that stays open while one steps away', async () => {
    const { away, comeBack } = opened(false);
    away.value = true;
    await nextTick();
    expect(comeBack).not.toHaveBeenCalled();
  });

  it('is looking at a page again that was hidden, and it fetches what was missed', async () => {
    const { away, comeBack, refetch } = opened(false);
    away.value = true;
    await show('hidden');
    expect(comeBack).not.toHaveBeenCalled();
    await show('visible');
    expect(comeBack).toHaveBeenCalledTimes(1);
    expect(refetch).toHaveBeenCalledTimes(1);
  });

  it('is not a page that the browser opens where nobody looks', async () => {
    visibility = 'hidden';
    const { comeBack } = opened(true);
    await nextTick();
    expect(comeBack).not.toHaveBeenCalled();
    await show('visible');
    expect(comeBack).toHaveBeenCalledTimes(1);
  });

  it('fetches anew when the network is back', () => {
    const { refetch } = opened(false);
    window.dispatchEvent(new Event('online'));
    expect(refetch).toHaveBeenCalledTimes(1);
  });
});
