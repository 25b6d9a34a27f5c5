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

describe('Returning to the waiting room', () => {
  it('is reported when the page opens, once it is known that the patient was away', async () => {
    const { away, comeBack } = opened(undefined);
    expect(comeBack).not.toHaveBeenCalled();
    away.value = true;
    await nextTick();
    expect(comeBack).toHaveBeenCalledTimes(1);
  });

  it('is not reported by a page that stays open while the patient steps away', async () => {
    const { away, comeBack } = opened(false);
    away.value = true;
    await nextTick();
    expect(comeBack).not.toHaveBeenCalled();
  });

  it('is reported when a hidden page becomes visible, which also refetches', async () => {
    const { away, comeBack, refetch } = opened(false);
    away.value = true;
    await show('hidden');
    expect(comeBack).not.toHaveBeenCalled();
    await show('visible');
    expect(comeBack).toHaveBeenCalledTimes(1);
    expect(refetch).toHaveBeenCalledTimes(1);
  });

  it('is not reported by a page that opens in the background', async () => {
    visibility = 'hidden';
    const { comeBack } = opened(true);
    await nextTick();
    expect(comeBack).not.toHaveBeenCalled();
    await show('visible');
    expect(comeBack).toHaveBeenCalledTimes(1);
  });

  it('refetches when the network is back', () => {
    const { refetch } = opened(false);
    window.dispatchEvent(new Event('online'));
    expect(refetch).toHaveBeenCalledTimes(1);
  });
});
