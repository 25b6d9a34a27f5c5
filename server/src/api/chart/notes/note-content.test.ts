import { describe, expect, it } from 'vitest';
import { emptyContent, missingSections, sameContent } from './note-content.ts';

describe('note content', () => {
  it('can be signed only with an assessment and a plan that are not blank', () => {
    expect(missingSections(emptyContent)).toEqual(['assessment', 'plan']);
    expect(missingSections({ ...emptyContent, assessment: 'x', plan: ' \n\t' })).toEqual(['plan']);
    expect(missingSections({ ...emptyContent, assessment: 'x', plan: '休息' })).toEqual([]);
  });

  it('is equal only when every character is equal', () => {
    expect(sameContent(emptyContent, { ...emptyContent })).toBe(true);
    expect(sameContent(emptyContent, { ...emptyContent, plan: ' ' })).toBe(false);
  });
});
