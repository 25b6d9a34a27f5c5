import { describe, expect, it } from 'vitest';
import { isShortcut } from './shortcut.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const press = (made: Partial<KeyboardEvent>) => ({ ...none, key: '', code: '', ...made }) as KeyboardEvent;

describe('isShortcut', () => {
  it('compares the physical key with Alt, which types another character on a Mac', () => {
    expect(isShortcut(press({ altKey: true, key: 'ñ', code: 'KeyN' }), 'alt_n')).toBe(true);
    expect(isShortcut(press({ altKey: true, key: 'n', code: 'KeyM' }), 'alt_n')).toBe(false);
    expect(isShortcut(press({ altKey: true, shiftKey: true, key: 'N', code: 'KeyN' }), 'alt_n')).toBe(false);
    expect(isShortcut(press({ key: 'n', code: 'KeyN' }), 'alt_n')).toBe(false);
  });

  it('treats meta as Ctrl where there is no command key', () => {
    expect(isShortcut(press({ ctrlKey: true, key: 'k' }), 'meta_k', false)).toBe(true);
    expect(isShortcut(press({ metaKey: true, key: 'k' }), 'meta_k', false)).toBe(false);
    expect(isShortcut(press({ metaKey: true, key: 'k' }), 'meta_k', true)).toBe(true);
    expect(isShortcut(press({ ctrlKey: true, key: 'k' }), 'meta_k', true)).toBe(false);
    expect(isShortcut(press({ ctrlKey: true, shiftKey: true, key: 'K' }), 'meta_k', false)).toBe(false);
  });

  it('matches a symbol with or without Shift', () => {
    expect(isShortcut(press({ shiftKey: true, key: '?' }), '?')).toBe(true);
    expect(isShortcut(press({ key: '?' }), '?')).toBe(true);
    expect(isShortcut(press({ key: '/' }), '?')).toBe(false);
  });
});
