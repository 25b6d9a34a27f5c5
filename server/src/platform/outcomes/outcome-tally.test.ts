import { describe, expect, it } from 'vitest';
import { OutcomeTally } from './outcome-tally.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));

describe('OutcomeTally', () => {
  it('keeps the last success and the failures since', () => {
    const tally = new OutcomeTally();
    tally.failed('mail', at(1), 'refused');
    tally.succeeded('mail', at(2));
    tally.failed('mail', at(3), 'late');
    tally.failed('mail', at(4), 'later');
    expect(tally.take()).toEqual([
      { name: 'mail', succeededAt: at(2), failedAt: at(4), failure: 'later', failures: 2 },
    ]);
    expect(tally.isEmpty).toBe(true);
  });

  it('adds up what could not be stored with what happened since', () => {
    const tally = new OutcomeTally();
    tally.failed('mail', at(1), 'refused');
    tally.failed('job', at(1), null);
    const unsaved = tally.take();
    tally.failed('mail', at(2), 'late');
    tally.succeeded('job', at(3));
    tally.putBack(unsaved);
    expect(tally.take()).toEqual([
      { name: 'mail', succeededAt: null, failedAt: at(2), failure: 'late', failures: 2 },
      { name: 'job', succeededAt: at(3), failedAt: at(1), failure: null, failures: 0 },
    ]);
  });
});
