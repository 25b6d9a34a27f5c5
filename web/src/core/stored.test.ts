import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { effectScope, type Ref } from 'vue';
import { useStored } from './stored.ts';

class Kept {
  readonly words = new Map<string, string>();
  getItem = (key: string) => this.words.get(key) ?? null;
  setItem = (key: string, word: string) => void this.words.set(key, word);
  removeItem = (key: string) => void this.words.delete(key);
}

const before = Object.getOwnPropertyDescriptor(globalThis, 'window');
let page: EventTarget & { sessionStorage: Kept; localStorage: Kept };
class StorageNews extends Event {
  readonly key: string;
  readonly storageArea: Kept;

  constructor(key: string, storageArea: Kept) {
    super('storage');
    this.key = key;
    this.storageArea = storageArea;
  }
}

beforeEach(() => {
  page = Object.assign(new EventTarget(), { sessionStorage: new Kept(), localStorage: new Kept() });
  Object.defineProperty(globalThis, 'window', { value: page, configurable: true });
  Object.defineProperty(globalThis, 'StorageEvent', { value: StorageNews, configurable: true });
});
afterEach(() => {
  if (before) Object.defineProperty(globalThis, 'window', before);
  else Reflect.deleteProperty(globalThis, 'window');
  Reflect.deleteProperty(globalThis, 'StorageEvent');
});

function inScope<Value>(make: () => Ref<Value>): { value: Ref<Value>; end: () => void } {
  const scope = effectScope();
  const value = scope.run(make);
  if (!value) throw new Error('the scope is over');
  return { value, end: () => scope.stop() };
}

describe('a kept value', () => {
  it('begins with what was kept, else with what it is given, and keeps what it becomes', () => {
    page.localStorage.setItem('seen', 'true');
    const seen = inScope(() => useStored<boolean>('seen', false));
    const word = inScope(() => useStored<string>('word', 'none', 'sessionStorage'));
    expect([seen.value.value, word.value.value]).toEqual([true, 'none']);
    seen.value.value = false;
    word.value.value = '云';
    expect([page.localStorage.getItem('seen'), page.sessionStorage.getItem('word')]).toEqual(['false', '云']);
  });

  it('fills in what an older program did not keep, and sees a change within', () => {
    page.localStorage.setItem('devices', '{"camera":"c1"}');
    const { value } = inScope(() => useStored('devices', { camera: '', speaker: '' }));
    expect(value.value).toEqual({ camera: 'c1', speaker: '' });
    value.value.speaker = 's1';
    expect(page.localStorage.getItem('devices')).toBe('{"camera":"c1","speaker":"s1"}');
  });

  it('keeps nothing of null', () => {
    const { value } = inScope(() => useStored<{ to: string } | null>('sent', null, 'sessionStorage'));
    value.value = { to: 'a' };
    expect(page.sessionStorage.getItem('sent')).toBe('{"to":"a"}');
    value.value = null;
    expect(page.sessionStorage.getItem('sent')).toBeNull();
  });

  it('follows the others on the page and in other tabs, until it is over', () => {
    const one = inScope(() => useStored<string>('mode', 'auto'));
    const two = inScope(() => useStored<string>('mode', 'auto'));
    one.value.value = 'dark';
    expect(two.value.value).toBe('dark');
    page.localStorage.setItem('mode', 'light');
    page.dispatchEvent(new StorageNews('mode', page.sessionStorage));
    expect(two.value.value).toBe('dark');
    page.dispatchEvent(new StorageNews('mode', page.localStorage));
    expect([one.value.value, two.value.value]).toEqual(['light', 'light']);
    two.end();
    one.value.value = 'dark';
    expect(two.value.value).toBe('light');
  });

  it('holds for the page where storage is closed', () => {
    const closed = () => {
      throw new Error('closed');
    };
    Object.assign(page.localStorage, { getItem: closed, setItem: closed });
    const { value } = inScope(() => useStored<string>('mode', 'auto'));
    value.value = 'dark';
    expect(value.value).toBe('dark');
  });
});
