import { describe, expect, it } from 'vitest';
import type { DetectedIssue, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { bySeverity, checkViewModel, checksNotMade } from '../checks/check-view-model.ts';
import { acknowledgementsOf, reasonsOf, signingNeeds } from './signing-needs.ts';

const words = { en: 'x', zh: 'x' };
const issue = (id: string, severity: DetectedIssue['severity'], overridable = true): DetectedIssue => ({
  id,
  check: 'allergy',
  severity,
  itemIds: [],
  title: words,
  mechanism: words,
  advice: words,
  evidence: '',
  source: '',
  overridable,
});
const report = (over: Partial<SafetyReport> = {}): SafetyReport => ({
  checkedAt: '2026-11-24T00:00:00Z',
  dataVersion: '1',
  checks: ['allergy', 'duplicate'],
  issues: [],
  notChecked: [],
  ...over,
});
const shown = { lines: 1, phase: 'saved', report: report(), reportIsOfThis: true, slow: false } as const;

describe('The safety report for the page', () => {
  it('applies to these lines only when they are saved and were checked unchanged', () => {
    expect(checkViewModel(shown)).toEqual({ kind: 'current', report: shown.report });
    expect(checkViewModel({ ...shown, reportIsOfThis: false })).toEqual({ kind: 'not-checked', why: 'no-answer' });
    expect(checkViewModel({ ...shown, report: null })).toEqual({ kind: 'not-checked', why: 'no-answer' });
  });

  it.each(['unsaved', 'saving'] as const)(
    'is in progress while the lines are %s, and becomes slow after a while',
    (phase) => {
      expect(checkViewModel({ ...shown, phase })).toEqual({ kind: 'checking', slow: false });
      expect(checkViewModel({ ...shown, phase, slow: true })).toEqual({ kind: 'checking', slow: true });
    },
  );

  it.each(['incomplete', 'away', 'refused', 'conflict', 'closed-unsaved'] as const)(
    'does not apply to lines that are %s, however clean the last report was',
    (phase) => {
      expect(checkViewModel({ ...shown, phase }).kind).toBe('not-checked');
      expect(checkViewModel({ ...shown, lines: 0, phase }).kind).toBe('not-checked');
    },
  );

  it('is empty without lines', () => {
    expect(checkViewModel({ ...shown, lines: 0 })).toEqual({ kind: 'nothing-to-check' });
  });

  it('lists checks that did not run, except those that failed', () => {
    const tried = report({ notChecked: [{ check: 'dose', itemIds: [], reason: words }] });
    expect(checksNotMade(tried)).toEqual(['interaction', 'condition', 'pregnancy', 'age', 'renal']);
  });

  it('is sorted by severity', () => {
    const issues = [issue('a', 'minor'), issue('b', 'contraindicated'), issue('c', 'serious'), issue('d', 'serious')];
    expect(bySeverity(issues).map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a']);
  });
});

describe('Obstacles to the signature', () => {
  const ready = {
    lines: 1,
    legible: true,
    hasPrimaryDiagnosis: true,
    view: checkViewModel(shown),
    blockedBy: [],
    reasons: {},
  };
  const withIssues = (...issues: DetectedIssue[]) => ({
    ...ready,
    view: { kind: 'current', report: report({ issues }) } as const,
  });

  it('are none for a checked draft with a diagnosis', () => {
    expect(signingNeeds(ready)).toEqual([]);
  });

  it('are everything that is missing', () => {
    expect(
      signingNeeds({
        ...ready,
        lines: 0,
        hasPrimaryDiagnosis: false,
        view: { kind: 'nothing-to-check' },
        blockedBy: [{ ruleId: 'r', text: words, source: words }],
      }),
    ).toEqual(['lines', 'diagnosis', 'rules']);
  });

  it('include text of an earlier release that hides or reorders what is read', () => {
    expect(signingNeeds({ ...ready, legible: false })).toEqual(['text']);
  });

  it('include a check that did not run', () => {
    expect(signingNeeds({ ...ready, view: { kind: 'checking', slow: false } })).toEqual(['check']);
    expect(signingNeeds({ ...ready, view: { kind: 'not-checked', why: 'away' } })).toEqual(['check']);
  });

  it('include a missing reason from severity moderate on', () => {
    expect(signingNeeds(withIssues(issue('a', 'minor')))).toEqual([]);
    expect(signingNeeds(withIssues(issue('a', 'moderate')))).toEqual(['reasons']);
    expect(
      signingNeeds({
        ...withIssues(issue('a', 'serious')),
        reasons: { a: { code: 'benefit-outweighs-risk', text: '' } },
      }),
    ).toEqual([]);
  });

  it('cannot be resolved with a reason for a contraindication', () => {
    const facts = {
      ...withIssues(issue('a', 'contraindicated', false)),
      reasons: { a: { code: 'tolerated-before', text: '' } } as const,
    };
    expect(signingNeeds(facts)).toEqual(['contraindicated']);
    expect(acknowledgementsOf([issue('a', 'contraindicated', false)], facts.reasons)).toEqual([]);
  });

  it('are resolved with reasons for existing issues only', () => {
    expect(
      acknowledgementsOf([issue('a', 'serious')], {
        a: { code: 'dose-adjusted', text: '' },
        gone: { code: 'tolerated-before', text: '' },
      }),
    ).toEqual([{ issueId: 'a', reason: 'dose-adjusted' }]);
  });

  it('require a text for “other”, and stored reasons are restored unchanged', () => {
    const other = { a: { code: 'other', text: ' seen by the clinic ' } } as const;
    expect(acknowledgementsOf([issue('a', 'serious')], { a: { code: 'other', text: ' ' } })).toEqual([]);
    const given = acknowledgementsOf([issue('a', 'serious')], other);
    expect(given).toEqual([{ issueId: 'a', reason: 'other', text: 'seen by the clinic' }]);
    expect(reasonsOf([...given, { issueId: 'b', reason: 'record-wrong' }])).toEqual({
      a: { code: 'other', text: 'seen by the clinic' },
    });
  });
});
