import { describe, expect, it } from 'vitest';
import { doneOf, stepsOf } from './steps.ts';

describe('the steps before a visit', () => {
  it('omit the questions for patients who prefer to tell the doctor, and the day’s own steps ahead of the day', () => {
    const counts = [stepsOf(true), stepsOf(false), stepsOf(true, true), stepsOf(false, true)].map(
      ({ length }) => length,
    );
    expect(counts).toEqual([8, 7, 6, 5]);
  });

  it('count completed steps', () => {
    expect(doneOf({ step: 'topic', asked: true }, false)).toEqual({ done: 0, of: 8 });
    expect(doneOf({ step: 'prior', asked: true }, false)).toEqual({ done: 3, of: 8 });
    expect(doneOf({ step: 'prior', asked: false }, false)).toEqual({ done: 2, of: 7 });
    expect(doneOf({ step: 'questions', asked: false }, false)).toEqual({ done: 0, of: 7 });
  });

  it('are complete ahead of the day when only the day’s own steps remain', () => {
    expect(doneOf({ step: 'medicines', asked: true }, true)).toEqual({ done: 5, of: 6 });
    expect(doneOf({ step: 'consent', asked: true }, true)).toEqual({ done: 6, of: 6 });
  });
});
