import { describe, expect, it } from 'vitest';
import { differenceOf, differenceOfParagraphs } from './text-difference.ts';

const short = (parts: ReturnType<typeof differenceOf>) =>
  parts.map(({ kind, text }) => `${{ same: '', added: '+', removed: '-' }[kind]}${text}`);

describe('The difference of two texts', () => {
  it('lists added and removed words, from which both texts can be restored', () => {
    const before = 'Picture and sound are encrypted and not recorded.';
    const after = 'Picture and sound are encrypted and never recorded by us.';
    const parts = differenceOf(before, after);
    const joined = (left: 'added' | 'removed') =>
      parts
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join('');
    expect(joined('added')).toBe(before);
    expect(joined('removed')).toBe(after);
    expect(short(parts)).toContain('+never recorded by us.');
  });

  it('compares Chinese by character', () => {
    expect(short(differenceOf('医生可以看到您', '医生能看到您'))).toEqual(['医生', '-可以', '+能', '看到您']);
  });

  it('detects rewritten, added and removed paragraphs', () => {
    const parts = differenceOfParagraphs(
      ['One.', 'Two is short.', 'Four.'],
      ['One.', 'Two is long.', 'Three.', 'Four.'],
    );
    expect(parts.map(short)).toEqual([['One.'], ['Two is ', '-short.', '+long.'], ['+Three.'], ['Four.']]);
    expect(differenceOfParagraphs(['A', 'B'], ['A']).map(short)).toEqual([['A'], ['-B']]);
    expect(differenceOfParagraphs([], ['A']).map(short)).toEqual([['+A']]);
  });
});
