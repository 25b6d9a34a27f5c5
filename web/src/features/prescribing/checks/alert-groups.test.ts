import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { describe, expect, it } from 'vitest';
import { alertGroups } from './alert-groups.ts';

const both = (en: string) => ({ en, zh: en });
const issue = (id: string, over: Partial<DetectedIssue> = {}): DetectedIssue => ({
  id,
  check: 'interaction',
  severity: 'moderate',
  itemIds: ['prednisone'],
  title: both(id),
  mechanism: both('Sugar rises.'),
  advice: both('Check sugar.'),
  evidence: 'e',
  source: 's',
  overridable: true,
  ...over,
});
const idsOf = (issues: DetectedIssue[]) => alertGroups(issues).map((group) => group.issues.map(({ id }) => id));

describe('rows of alerts', () => {
  it('join the same mechanism of one line, whichever check found it', () => {
    expect(idsOf([issue('metformin'), issue('diabetes', { check: 'condition' })])).toEqual([['metformin', 'diabetes']]);
  });

  it.each<[string, Partial<DetectedIssue>]>([
    ['another severity', { severity: 'serious' }],
    ['another mechanism', { mechanism: both('Potassium falls.') }],
    ['another line', { itemIds: ['dexamethasone'] }],
    ['a finding that cannot be overridden', { overridable: false }],
  ])('do not join %s', (_, over) => {
    expect(alertGroups([issue('a'), issue('b', over)])).toHaveLength(2);
  });

  it('never join contraindications', () => {
    const fixed = { severity: 'contraindicated', overridable: false } as const;
    expect(alertGroups([issue('a', fixed), issue('b', fixed)])).toHaveLength(2);
  });

  it('contain every issue once, the most severe first', () => {
    const all = [issue('a', { severity: 'minor' }), issue('b'), issue('c'), issue('d', { severity: 'serious' })];
    expect(idsOf(all)).toEqual([['d'], ['b', 'c'], ['a']]);
  });
});
