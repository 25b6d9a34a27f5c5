import { describe, expect, it } from 'vitest';
import { differenceOf, differenceOfParagraphs } from './text-difference.ts';

const short = (parts: ReturnType<typeof differenceOf>) =>
  parts.map(({ kind, text }) => `${{ same: '', added: '+', removed: '-' }[kind]}${text}`);

describe('the difference of two texts', () => {
  it('names the words that came and went, and joins to each of the two again', () => {
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

  it('goes by characters in Chinese', () => {
    expect(short(differenceOf('医生可以看到您', '医生能看到您'))).toEqual(['医生', '-可以', '+能', '看到您']);
  });

  it('tells paragraphs that were rewritten, added and removed', () => {
    const parts = differenceOfParagraphs(
      ['One.', 'Two is short.', 'Four.'],
      ['One.', 'Two is long.', 'Three.', 'Four.'],
    );
    expect(parts.map(short)).toEqual([['One.'], ['Two is ', '-short.', '+long.'], ['+Three.'], ['Four.']]);
    expect(differenceOfParagraphs(['A', 'B'], ['A']).map(short)).toEqual([['A'], ['-B']]);
    expect(differenceOfParagraphs([], ['A']).map(short)).toEqual([['+A']]);
  });
});
