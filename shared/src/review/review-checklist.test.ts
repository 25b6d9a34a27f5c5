import { describe, expect, it } from 'vitest';
import { checklistComplete, checklistMatches, reviewChecklist } from './review-checklist.ts';

describe('the four checks and ten matches', () => {
  it('are four and ten, each once', () => {
    expect(reviewChecklist).toHaveLength(4);
    expect(checklistMatches).toHaveLength(10);
    expect(reviewChecklist.flatMap(({ matches }) => matches.map(({ id }) => id))).toEqual([...checklistMatches]);
  });

  it('are complete only with all ten', () => {
    expect(checklistComplete(checklistMatches)).toBe(true);
    for (const left of checklistMatches)
      expect(checklistComplete(checklistMatches.filter((match) => match !== left))).toBe(false);
  });
});
