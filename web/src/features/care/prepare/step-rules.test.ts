import { describe, expect, it } from 'vitest';
import type { PrepareDraft } from '../drafts.ts';
import { isAnswered, stepAfter, stepBefore } from './step-rules.ts';

const blank: PrepareDraft = {
  step: 'duration',
  duration: null,
  priorDiagnosis: null,
  priorDiagnosisDetail: '',
  consent: null,
};
const unknown = { allergies: [], allergiesStated: false };

describe('the steps before the waiting room', () => {
  it('follow each other in one order, there and back', () => {
    const walked = ['duration'] as NonNullable<ReturnType<typeof stepAfter>>[];
    for (let next = stepAfter('duration'); next; next = stepAfter(next)) walked.push(next);
    expect(walked).toEqual(['duration', 'prior', 'allergies', 'medicines', 'consent', 'device']);
    expect(walked.map(stepBefore)).toEqual([undefined, ...walked.slice(0, -1)]);
  });

  it('hold a person until the question is answered', () => {
    expect(isAnswered('duration', blank, unknown)).toBe(false);
    expect(isAnswered('duration', { ...blank, duration: 'days' }, unknown)).toBe(true);
    expect(isAnswered('prior', { ...blank, priorDiagnosis: 'unsure' }, unknown)).toBe(true);
    expect(isAnswered('consent', blank, unknown)).toBe(false);
  });

  it('do not take silence about allergies for having none', () => {
    expect(isAnswered('allergies', blank, unknown)).toBe(false);
    expect(isAnswered('allergies', blank, { allergies: [], allergiesStated: true })).toBe(true);
  });
});
