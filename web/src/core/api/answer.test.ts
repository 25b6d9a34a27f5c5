import { describe, expect, it } from 'vitest';
import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import type { AnyRoute } from '@yunzhen/shared/core/route';
import { answerOf } from './answer.ts';

const { response: _left, ...asBuilt } = listHospitals;

describe('an answer', () => {
  it('that breaks the contract is refused where there is a schema', () => {
    expect(() => answerOf(listHospitals, { hospitals: 'none' })).toThrow('breaks the contract');
  });

  it('is taken as it is in built pages, which keep no schema of it', () => {
    const answer = { hospitals: [] };
    expect(answerOf(asBuilt as AnyRoute, answer)).toBe(answer);
  });
});
