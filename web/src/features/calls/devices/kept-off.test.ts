import { beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { isKeptOff, useKeptOff } from './kept-off.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return () => vi.unstubAllGlobals();
});

/** A page with the call of a visit, which is gone again when it has done its work. */
function onPage<Value>(visitId: string, work: (muted: ReturnType<typeof useKeptOff>) => Value): Value {
  const scope = effectScope();
  const value = scope.run(() => work(useKeptOff(visitId, 'microphone'))) as Value;
  scope.stop();
  return value;
}

describe('a microphone that was switched off', () => {
  it('is off still when the page is loaded again, until it is switched on', () => {
    expect(onPage('a', (muted) => muted.value)).toBe(false);
    onPage('a', (muted) => (muted.value = true));
    expect(onPage('a', (muted) => muted.value)).toBe(true);
    expect(isKeptOff('a', 'microphone')).toBe(true);
    onPage('a', (muted) => (muted.value = false));
    expect(onPage('a', (muted) => muted.value)).toBe(false);
  });

  it('says nothing of the camera, nor of the call of another visit', () => {
    onPage('a', (muted) => (muted.value = true));
    expect(isKeptOff('a', 'camera')).toBe(false);
    expect(onPage('b', (muted) => muted.value)).toBe(false);
  });
});
