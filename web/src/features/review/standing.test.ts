import { describe, expect, it } from 'vitest';
import { standingOf } from './standing.ts';

const me = { id: 'me', name: '李娜', nameLatin: 'Li Na' };

describe('The state of a review for the current pharmacist', () => {
  it('is their own only when they have claimed it', () => {
    expect(standingOf({ status: 'requested', pharmacist: null }, 'me')).toBe('open');
    expect(standingOf({ status: 'in-progress', pharmacist: me }, 'me')).toBe('mine');
    expect(standingOf({ status: 'in-progress', pharmacist: me }, 'other')).toBe('theirs');
    expect(standingOf({ status: 'in-progress', pharmacist: null }, null)).toBe('theirs');
  });

  it('is final once decided or withdrawn, by any pharmacist', () => {
    expect(standingOf({ status: 'completed', pharmacist: me }, 'me')).toBe('approved');
    expect(standingOf({ status: 'rejected', pharmacist: me }, 'other')).toBe('rejected');
    expect(standingOf({ status: 'cancelled', pharmacist: null }, 'me')).toBe('withdrawn');
  });
});
