import { describe, expect, it } from 'vitest';
import { failedTests, slowestTests, suiteTable, vitestDurations } from './durations.ts';

const one = (suite: string, test: string, seconds: number) => ({
  suite,
  file: `${test}.ts`,
  test,
  seconds,
  outcome: 'passed' as const,
});

describe('vitestDurations', () => {
  it('distinguishes unit and integration tests and shortens paths', () => {
    const assertionResults = [
      { fullName: ' money adds', status: 'passed', duration: 1234.5 },
      { fullName: 'money is skipped', status: 'pending' },
    ];
    const testResults = [
      { name: '/work/shared/src/money.test.ts', assertionResults },
      {
        name: '/work/test/integration/visits/a.test.ts',
        assertionResults: [
          {
            fullName: 'a',
            status: 'failed',
            duration: 10,
            failureMessages: ['\u001B[31mexpected 1 to be 2\u001B[39m\n\n    at a.ts:3'],
          },
        ],
      },
    ];
    expect(vitestDurations({ testResults }, '/work')).toEqual([
      { suite: 'unit', file: 'shared/src/money.test.ts', test: 'money adds', seconds: 1.23, outcome: 'passed' },
      { suite: 'unit', file: 'shared/src/money.test.ts', test: 'money is skipped', seconds: 0, outcome: 'skipped' },
      {
        suite: 'integration',
        file: 'test/integration/visits/a.test.ts',
        test: 'a',
        seconds: 0.01,
        outcome: 'failed',
        failure: 'expected 1 to be 2\n    at a.ts:3',
      },
    ]);
  });
});

describe('slowestTests', () => {
  it('lists the slowest first, up to the limit', () => {
    const table = slowestTests([one('unit', 'quick', 1), one('pages', 'slow', 20), one('calls', 'middle', 5)], 2);
    expect(table.split('\n').map((row) => row.trim())).toEqual([
      '20.0 s  pages  slow.ts › slow',
      '5.0 s  calls  middle.ts › middle',
    ]);
  });
});

describe('failedTests', () => {
  it('lists failed tests with their errors, and nothing when all passed', () => {
    const failed = { ...one('calls', 'a call', 3), outcome: 'failed' as const, failure: 'no picture\nafter 5 s' };
    const check = { ...one('checks', 'types', 3), file: '', outcome: 'failed' as const };
    expect(failedTests([one('unit', 'a', 1), failed, check]).split('\n')).toEqual([
      '  calls  a call.ts › a call',
      '      no picture',
      '      after 5 s',
      '  checks › types',
    ]);
    expect(failedTests([one('unit', 'a', 1)])).toBe('');
  });
});

describe('suiteTable', () => {
  it('sums the tests of each suite next to its wall-clock time', () => {
    const durations = [one('unit', 'a', 1), one('unit', 'b', 2), one('pages', 'c', 7)];
    const rows = suiteTable(durations, [
      { suite: 'checks', wall: 60, busy: 1 },
      { suite: 'pages', wall: 4, busy: 0.5 },
    ]).split('\n');
    expect(rows.map((row) => row.split(/\s{2,}/))).toEqual([
      ['suite', 'tests', 'test seconds', 'wall', 'cores busy'],
      ['checks', '0', '0 s', '60 s', '100 %'],
      ['pages', '1', '7 s', '4 s', '50 %'],
      ['unit', '2', '3 s'],
    ]);
  });
});
