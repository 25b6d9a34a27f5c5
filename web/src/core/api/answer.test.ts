import { afterEach, describe, expect, it } from 'vitest';
import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import { answerOf, checkAnswers } from './answer.ts';
import { routeSchemas } from './route-schemas.ts';

afterEach(() => checkAnswers(new Map(routeSchemas)));

describe('A response', () => {
  it('is rejected when it does not match the contract and schemas are installed, as in every test', () => {
    expect(() => answerOf(listHospitals, { hospitals: 'none' })).toThrow('does not match the contract');
  });

  it('is returned unchecked in the production build, which has no schemas', () => {
    checkAnswers(undefined);
    const answer = { hospitals: [] };
    expect(answerOf(listHospitals, answer)).toBe(answer);
  });
});
