import { describe, expect, it } from 'vitest';
import { verificationResult } from '@yunzhen/shared/signing/verification.schemas';
import { outcomeBadges, reasonKey } from './outcome-badges.ts';

describe('The badge of an outcome', () => {
  it('is green for a genuine prescription only', () => {
    const green = Object.entries(outcomeBadges).filter(([, { tone }]) => tone === 'success');
    expect(green.map(([outcome]) => outcome)).toEqual(['genuine']);
  });

  it('differs in more than colour', () => {
    const { options } = verificationResult.shape.outcome;
    expect(new Set(options.map((outcome) => outcomeBadges[outcome].icon)).size).toBe(options.length);
  });
});

describe('The reason for "altered"', () => {
  it('has its own text when it is known and a general one otherwise', () => {
    expect(reasonKey('digest-mismatch')).toBe('changed');
    expect(reasonKey('record-differs')).toBe('recordDiffers');
    expect(reasonKey('made-up-later')).toBe('other');
    expect(reasonKey('toString')).toBe('other');
  });
});
