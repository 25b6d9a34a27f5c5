import { describe, expect, it } from 'vitest';
import type { IntakeStep } from '@yunzhen/shared/intake/answers/steps';
import { isAnswered, stepAfter, stepBefore } from './step-rules.ts';

const blank = { duration: null, priorDiagnosis: null, consent: null };
const unknown = { allergies: [], allergiesStated: false };

describe('the steps before the waiting room', () => {
  it.each([
    [true, ['topic', 'questions', 'duration', 'prior', 'allergies', 'medicines', 'consent', 'device']],
    [false, ['topic', 'duration', 'prior', 'allergies', 'medicines', 'consent', 'device']],
  ])('follow each other in one order, there and back (questions asked: %s)', (asked, expected) => {
    const walked: IntakeStep[] = ['topic'];
    for (let next = stepAfter('topic', asked); next; next = stepAfter(next, asked)) walked.push(next);
    expect(walked).toEqual(expected);
    expect(walked.map((step) => stepBefore(step, asked))).toEqual([undefined, ...walked.slice(0, -1)]);
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
