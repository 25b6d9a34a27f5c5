import { describe, expect, it } from 'vitest';
import { readQuickSig } from './quick-sig.ts';

const tablets = (value: string) => ({ value, unit: 'tablet' });
const times = (frequency: number, period = 1, periodUnit = 'd') => ({ frequency, period, periodUnit, when: null });

describe('readQuickSig', () => {
  it.each([
    ['1 tab bid 7d', { dose: tablets('1'), timing: times(2), days: 7 }],
    ['1tab bid 7d', { dose: tablets('1'), timing: times(2), days: 7 }],
    ['每日2次 每次1片 7天', { dose: tablets('1'), timing: times(2), days: 7 }],
    ['每次1片，每日2次，共7天。', { dose: tablets('1'), timing: times(2), days: 7 }],
    ['0.5 q8h x 5d', { dose: tablets('0.5'), timing: times(1, 8, 'h'), days: 5 }],
    ['2 qod 2w', { dose: tablets('2'), timing: times(1, 2), days: 14 }],
    ['1 hs 14 days', { dose: tablets('1'), timing: { ...times(1), when: 'bedtime' }, days: 14 }],
    ['1 tid pc 3d', { dose: tablets('1'), timing: { ...times(3), when: 'after-meal' }, days: 3 }],
    ['500 mg qid 5d', { dose: { value: '500', unit: 'mg' }, timing: times(4), days: 5 }],
    ['500mg qid 5d', { dose: { value: '500', unit: 'mg' }, timing: times(4), days: 5 }],
    [
      '1 prn fever max 4 3d',
      { dose: tablets('1'), timing: times(4), days: 3, asNeeded: { reason: 'fever', maxPerDay: 4 } },
    ],
    [
      '1 prn fever max 4 3d #12',
      {
        dose: tablets('1'),
        timing: times(4),
        days: 3,
        asNeeded: { reason: 'fever', maxPerDay: 4 },
        quantity: '12',
      },
    ],
    [
      '1 fever max 4 3d #12',
      { dose: tablets('1'), timing: times(4), days: 3, asNeeded: { reason: 'fever', maxPerDay: 4 }, quantity: '12' },
    ],
    [
      '1片 痛经 最多3次 共3天 #9',
      { dose: tablets('1'), timing: times(3), days: 3, asNeeded: { reason: '痛经', maxPerDay: 3 }, quantity: '9' },
    ],
    [
      '1 period pain max 3 5d',
      { dose: tablets('1'), timing: times(3), days: 5, asNeeded: { reason: 'period pain', maxPerDay: 3 } },
    ],
    [
      '1 q6h prn back pain max 3 min 6h 3d',
      {
        dose: tablets('1'),
        timing: times(1, 6, 'h'),
        days: 3,
        asNeeded: { reason: 'back pain', maxPerDay: 3, minHoursBetween: 6 },
      },
    ],
    [
      '40 20 10 mg qd x 5d',
      {
        dose: { value: '40', unit: 'mg' },
        timing: times(1),
        days: 15,
        steps: [
          { dose: { value: '20', unit: 'mg' }, days: 5 },
          { dose: { value: '10', unit: 'mg' }, days: 5 },
        ],
      },
    ],
    [
      'taper 8-4-2 qd am x 3d',
      {
        dose: tablets('8'),
        timing: { ...times(1), when: 'morning' },
        days: 9,
        steps: [
          { dose: tablets('4'), days: 3 },
          { dose: tablets('2'), days: 3 },
        ],
      },
    ],
    ['1 mon,thu 4w', { dose: tablets('1'), timing: { ...times(2, 1, 'wk'), weekdays: [1, 4] }, days: 28 }],
  ])('parses %s', (text, expected) => {
    expect(readQuickSig(text, 'tablet')).toEqual({ ...expected, unknown: [] });
  });

  it('returns what it does not understand, and guesses nothing', () => {
    expect(readQuickSig('1 tab wobbly constructor', 'tablet')).toEqual({
      dose: tablets('1'),
      unknown: ['wobbly', 'constructor'],
    });
    // An unknown word must not become a reason (“for tdi”): without “prn” only common reasons are recognised.
    expect(readQuickSig('1 tdi max 4 3d', 'tablet').unknown).toEqual(['tdi']);
    // Of two reasons without “prn”, neither replaces the other.
    expect(readQuickSig('1 fever pain max 4 3d', 'tablet')).toMatchObject({
      asNeeded: { reason: 'fever', maxPerDay: 4 },
      unknown: ['pain'],
    });
    expect(readQuickSig('1 prn fever or pain max 4 3d', 'tablet')).toMatchObject({
      asNeeded: { reason: 'fever or pain' },
      unknown: [],
    });
    expect(readQuickSig('#0', 'tablet').unknown).toEqual(['#0']);
    expect(readQuickSig('', 'tablet')).toEqual({ unknown: [] });
    expect(readQuickSig('bid', 'tablet')).toEqual({ timing: times(2), unknown: [] });
  });

  it('uses the product’s unit where a name is ambiguous', () => {
    expect(readQuickSig('1片', 'lozenge').dose).toEqual({ value: '1', unit: 'lozenge' });
    expect(readQuickSig('5毫升', 'mL').dose).toEqual({ value: '5', unit: 'mL' });
  });
});
