import { describe, expect, it } from 'vitest';
import { frequencyText } from '@yunzhen/shared/prescribing/dose/timing';
import { frequencyKinds, frequencyOf, kindOf, notChosen, timingOf } from './frequency.ts';

describe('Dose frequency', () => {
  it.each([
    ['once-daily', 'once a day'],
    ['twice-daily', 'twice a day'],
    ['three-daily', '3 times a day'],
    ['four-daily', '4 times a day'],
    ['every-other-day', 'every other day'],
    ['once-weekly', 'once a week'],
  ] as const)('%s reads “%s” for the patient', (kind, words) => {
    const timing = timingOf(frequencyOf(kind, notChosen), null);
    expect(timing && frequencyText(timing).en).toBe(words);
  });

  it.each(frequencyKinds)('recognises the kind %s that it was created from', (kind) => {
    const chosen = frequencyOf(kind, { frequency: 5, period: 1, periodUnit: 'd' });
    expect(kindOf(chosen)).toBe(kind);
  });

  it('recognises every number of hours by the unit', () => {
    expect(kindOf({ frequency: 1, period: 8, periodUnit: 'h' })).toBe('every-hours');
    expect(kindOf({ frequency: 2, period: 8, periodUnit: 'h' })).toBe('other');
  });

  it('keeps a custom frequency unchanged', () => {
    const fiveDaily = { frequency: 5, period: 1, periodUnit: 'd' } as const;
    expect(kindOf(fiveDaily)).toBe('other');
    expect(frequencyOf('other', fiveDaily)).toEqual(fiveDaily);
    expect(timingOf(fiveDaily, 'with-meal')).toEqual({ ...fiveDaily, when: 'with-meal' });
  });

  it('has no kind and no timing before a choice', () => {
    expect(kindOf(notChosen)).toBeUndefined();
    expect(timingOf(notChosen, null)).toBeUndefined();
    expect(timingOf(frequencyOf('every-hours', notChosen), null)).toBeUndefined();
  });
});
