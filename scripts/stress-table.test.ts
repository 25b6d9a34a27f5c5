import { describe, expect, it } from 'vitest';
import type { Duration } from './durations.ts';
import { stressTable } from './stress-table.ts';

const run = (test: string, seconds: number, outcome: Duration['outcome']): Duration => ({
  suite: 'pages',
  file: 'a.e2e.ts',
  test,
  seconds,
  outcome,
});

describe('stressTable', () => {
  it('counts the runs of each test and lists failed ones first', () => {
    const runs = [
      run('steady', 1, 'passed'),
      run('steady', 3, 'passed'),
      run('flaky', 2, 'passed'),
      run('flaky', 9, 'failed'),
    ];
    const [heading, first, second, , verdict] = stressTable(runs).split('\n');
    expect(heading?.split(/\s+/)).toEqual(['passed', 'failed', 'slowest', 'test']);
    expect(first?.trim().split(/\s{2,}/)).toEqual(['1', '1', '9.0 s', 'a.e2e.ts › flaky']);
    expect(second?.trim().split(/\s{2,}/)).toEqual(['2', '0', '3.0 s', 'a.e2e.ts › steady']);
    expect(verdict).toBe('2 tests, 1 of them failed at least once');
  });
});
