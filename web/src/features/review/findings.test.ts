import { describe, expect, it } from 'vitest';
import type { DetectedIssue, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { checksNotMade, compareFindings, worstOf, type Severity } from './findings.ts';

const issue = (id: string, severity: Severity, ...itemIds: string[]) => ({ id, severity, itemIds }) as DetectedIssue;
const report = (...issues: DetectedIssue[]) => ({ issues }) as SafetyReport;

describe('Current findings compared with those at signing', () => {
  const known = issue('known', 'moderate');
  const gone = issue('gone', 'serious');
  const fresh = issue('fresh', 'contraindicated');
  const { now, gone: past } = compareFindings(
    {
      safety: report(known, gone),
      acknowledgements: [
        { issueId: 'known', reason: 'tolerated-before' },
        { issueId: 'gone', reason: 'record-wrong' },
      ],
    },
    report(known, fresh),
  );

  it('are sorted by severity and mark new ones', () => {
    expect(now).toEqual([
      { issue: fresh, reason: null, isNew: true },
      { issue: known, reason: 'tolerated-before', isNew: false },
    ]);
  });

  it('keep findings that no longer exist, with the doctor’s reason', () => {
    expect(past).toEqual([{ issue: gone, reason: 'record-wrong', isNew: false }]);
  });

  it('are all new when nothing was stored at signing', () => {
    const { now: all } = compareFindings({ safety: null, acknowledgements: [] }, report(known));
    expect(all[0]?.isNew).toBe(true);
  });
});

describe('The highest severity', () => {
  const issues = [issue('a', 'minor', 'line-1'), issue('b', 'serious', 'line-2', 'line-3')];
  it('is that of the whole prescription, or of a line', () => {
    expect(worstOf(issues)).toBe('serious');
    expect(worstOf(issues, 'line-1')).toBe('minor');
    expect(worstOf(issues, 'line-4')).toBeUndefined();
    expect(worstOf([])).toBeUndefined();
  });
});

describe('Checks that did not run', () => {
  it('are those that neither ran nor were reported', () => {
    const notChecked = [{ check: 'dose', itemIds: [], reason: { en: 'no weight', zh: '无体重' } }];
    expect(checksNotMade({ checks: ['allergy', 'duplicate', 'interaction'], notChecked })).toEqual([
      'condition',
      'pregnancy',
      'age',
      'renal',
    ]);
  });
});
