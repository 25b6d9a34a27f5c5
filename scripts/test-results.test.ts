import { describe, expect, it } from 'vitest';
import { addCounts, countPlaywright, countVitest, summaryLine, withExitCode } from './test-results.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('countVitest', () => {
  it('counts tests by their outcome', () => {
    const testResults = [
      file('passed', 'passed', 'passed', 'skipped', 'todo'),
      file('failed', 'failed', 'failed', 'passed', 'pending'),
    ];
    expect(countVitest({ testResults })).toEqual({ passed: 3, failed: 2, skipped: 3 });
  });

  it('counts a file that did not load as a failure', () => {
    expect(countVitest({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a file with passed tests and a failed tear-down as a failure', () => {
    expect(countVitest({ testResults: [file('failed', 'passed')] })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});

describe('countPlaywright', () => {
  it('counts flaky tests and errors outside tests as failures', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 3 }, errors: [{}] };
    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 4, skipped: 3 });
  });
});

describe('withExitCode', () => {
  const good = { passed: 2, failed: 0, skipped: 0 };

  it('adds a failure when the runner failed though every test passed', () => {
    expect(withExitCode(good, 1)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  it('leaves the counts unchanged otherwise', () => {
    expect(withExitCode(good, 0)).toEqual(good);
    expect(withExitCode({ ...good, failed: 3 }, 1)).toEqual({ ...good, failed: 3 });
  });
});

describe('summaryLine', () => {
  it('sums over suites', () => {
    const sum = addCounts([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 0 },
    ]);
    expect(summaryLine(sum)).toBe('5 passed, 1 failed');
  });

  it('mentions skipped tests when there are any', () => {
    expect(summaryLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });
});
