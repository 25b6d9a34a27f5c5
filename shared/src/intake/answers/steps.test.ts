import { describe, expect, it } from 'vitest';
import { doneOf, intakeSteps, pageOf } from './steps.ts';

describe('the pages before a visit', () => {
  it('hold every step that a stored draft may name', () => {
    const pages = intakeSteps.map((step) => pageOf(step));
    expect(pages).toEqual([...Array(4).fill('questions'), ...Array(4).fill('record')]);
  });

  it('end before consent and device check when answered ahead of an appointment', () => {
    expect(intakeSteps.map((step) => pageOf(step, true)).slice(4)).toEqual(['record', 'record', 'done', 'done']);
  });

  it('count what is done', () => {
    expect(doneOf({ step: 'prior' }, false)).toEqual({ done: 0, of: 2 });
    expect(doneOf({ step: 'medicines' }, true)).toEqual({ done: 1, of: 2 });
    expect(doneOf({ step: 'consent' }, false)).toEqual({ done: 1, of: 2 });
    expect(doneOf({ step: 'consent' }, true)).toEqual({ done: 2, of: 2 });
  });
});
