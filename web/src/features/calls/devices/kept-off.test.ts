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

/** Runs the work on a page with the call of a visit, and removes the page afterwards. */
function onPage<Value>(visitId: string, work: (muted: ReturnType<typeof useKeptOff>) => Value): Value {
  const scope = effectScope();
  const value = scope.run(() => work(useKeptOff(visitId, 'microphone'))) as Value;
  scope.stop();
  return value;
}

describe('A microphone that was switched off', () => {
  it('stays off after a reload, until it is switched on', () => {
    expect(onPage('a', (muted) => muted.value)).toBe(false);
    onPage('a', (muted) => (muted.value = true));
    expect(onPage('a', (muted) => muted.value)).toBe(true);
    expect(isKeptOff('a', 'microphone')).toBe(true);
    onPage('a', (muted) => (muted.value = false));
    expect(onPage('a', (muted) => muted.value)).toBe(false);
  });

  it('does not affect the camera or the call of another visit', () => {
    onPage('a', (muted) => (muted.value = true));
    expect(isKeptOff('a', 'camera')).toBe(false);
    expect(onPage('b', (muted) => muted.value)).toBe(false);
  });
});
