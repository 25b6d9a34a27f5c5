import { describe, expect, it } from 'vitest';
import { emptyContent, sameContent, unfinishedSections } from './note-content.ts';

describe('note content', () => {
  it('can be signed only with an assessment and a plan that are not blank', () => {
    const paths = (content: Partial<typeof emptyContent>) =>
      unfinishedSections({ ...emptyContent, ...content }).map(({ path }) => path);
    expect(paths({})).toEqual(['assessment', 'plan']);
    expect(paths({ assessment: 'x', plan: ' \n\t' })).toEqual(['plan']);
    expect(paths({ assessment: 'x', plan: '休息' })).toEqual([]);
  });

  it('cannot be signed with a blank of a template in any section', () => {
    const content = { ...emptyContent, subjective: 'Since: ***', assessment: 'x', plan: '复诊：***' };
    expect(unfinishedSections(content)).toEqual([
      { path: 'subjective', rule: 'blank' },
      { path: 'plan', rule: 'blank' },
    ]);
  });

  it('is equal only when every character is equal', () => {
    expect(sameContent(emptyContent, { ...emptyContent })).toBe(true);
    expect(sameContent(emptyContent, { ...emptyContent, plan: ' ' })).toBe(false);
  });
});
