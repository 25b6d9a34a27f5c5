import { describe, expect, it } from 'vitest';
import { wrapLines } from './wrap-lines.ts';

/** Each character is as wide as any other. */
const even = { widthOf: (text: string) => [...text].length };
const wrapped = (text: string, width: number) => wrapLines(even, text, width, undefined);

describe('wrapLines', () => {
  it('leaves a number and its unit on one line, in both languages', () => {
    expect(wrapped('Take 1 tablet', 8)).toEqual(['Take', '1 tablet']);
    expect(wrapped('口服，每日 1 次，早晨', 7)).toEqual(['口服，每日', '1 次，早晨']);
  });

  it('breaks between numbers, never within one that fits', () => {
    expect(wrapped('120 130 125', 8)).toEqual(['120 130', '125']);
  });
});
