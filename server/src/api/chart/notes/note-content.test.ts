import { describe, expect, it } from 'vitest';
import { emptyContent, missingSections, sameContent } from './note-content.ts';

describe('the content of a note', () => {
  it('needs an assessment and a plan to be signed; blanks do not count', () => {
    expect(missingSections(emptyContent)).toEqual(['assessment', 'plan']);
    expect(missingSections({ ...emptyContent, assessment: 'x', plan: ' \n\t' })).toEqual(['plan']);
    expect(missingSections({ ...emptyContent, assessment: 'x', plan: '休息' })).toEqual([]);
  });

  it('is the same to the letter or not at all', () => {
    expect(sameContent(emptyContent, { ...emptyContent })).toBe(true);
    expect(sameContent(emptyContent, { ...emptyContent, plan: ' ' })).toBe(false);
  });
});
