import { afterEach, describe, expect, it } from 'vitest';
import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import { routeSchemas } from '@yunzhen/shared/route-schemas';
import { answerOf, checkAnswers } from './answer.ts';

afterEach(() => checkAnswers(new Map(routeSchemas)));

describe('an answer', () => {
  it('that breaks the contract is refused where schemas are installed, as in every test', () => {
    expect(() => answerOf(listHospitals, { hospitals: 'none' })).toThrow('breaks the contract');
  });

  it('is returned as it is in built pages, which have no schemas', () => {
    checkAnswers(undefined);
    const answer = { hospitals: [] };
    expect(answerOf(listHospitals, answer)).toBe(answer);
  });
});
