import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';
import { describe, expect, it } from 'vitest';
import type { AutosavePhase } from '../../../ui/saving/index.ts';
import { checkViewModel, checksNotMade } from './check-view-model.ts';
import { signingNeeds } from '../signature/signing-needs.ts';

const report = (over: Partial<SafetyReport> = {}): SafetyReport => ({
  checkedAt: '2026-11-24T08:00:00Z',
  dataVersion: '1',
  checks: [...safetyChecks],
  issues: [],
  notChecked: [],
  ...over,
});
const facts = { lines: 1, phase: 'saved' as AutosavePhase, report: report(), reportIsOfThis: true, slow: false };

describe('The view state of the safety report', () => {
  it.each<AutosavePhase>(['unsaved', 'saving', 'incomplete', 'away', 'refused', 'conflict', 'closed-unsaved'])(
    'is never current for a draft that is %s, which cannot be signed',
    (phase) => {
      const view = checkViewModel({ ...facts, phase });
      expect(view.kind).not.toBe('current');
      const sound = { lines: 1, legible: true, hasPrimaryDiagnosis: true, blockedBy: [], reasons: {} };
      const needs = signingNeeds({ ...sound, view });
      expect(needs).toEqual(['check']);
    },
  );

  it.each([
    ['no report', { report: null }],
    ['a report of an earlier state', { reportIsOfThis: false }],
  ])('is “not checked” with %s', (_, over) => {
    expect(checkViewModel({ ...facts, ...over })).toEqual({ kind: 'not-checked', why: 'no-answer' });
  });

  it('is current only with a report on exactly these lines', () => {
    expect(checkViewModel(facts)).toEqual({ kind: 'current', report: facts.report });
  });
});

describe('Checks that a report does not mention', () => {
  it('are listed, each of them', () => {
    for (const check of safetyChecks)
      expect(checksNotMade(report({ checks: safetyChecks.filter((one) => one !== check) }))).toEqual([check]);
    expect(checksNotMade(report({ checks: [] }))).toEqual([...safetyChecks]);
  });

  it('do not include those that the report itself declares as not checked', () => {
    const reason = { en: 'gone', zh: '无' };
    const silent = report({
      checks: safetyChecks.slice(1),
      notChecked: [{ check: safetyChecks[0], itemIds: [], reason }],
    });
    expect(checksNotMade(silent)).toEqual([]);
    expect(silent.notChecked).toHaveLength(1);
  });
});
