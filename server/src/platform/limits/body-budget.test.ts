import { describe, expect, it } from 'vitest';
import { BodyBudget } from './body-budget.ts';

describe('the budget of request bodies', () => {
  it('rejects what is too much for one client, and what is too much for all', () => {
    const budget = new BodyBudget({ sender: 10, total: 25 });
    const first = budget.take('a', 8);
    expect(budget.take('a', 3)).toEqual({ refused: 'request.rate-limited' });
    budget.take('b', 10);
    expect(budget.take('c', 8)).toEqual({ refused: 'service.unavailable' });
    if ('refused' in first) throw new Error('refused');
    first.release();
    first.release();
    expect(budget.bytesInFlight).toBe(10);
    expect(budget.take('a', 10)).toHaveProperty('release');
  });
});
