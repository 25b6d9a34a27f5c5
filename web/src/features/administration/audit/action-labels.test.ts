import { describe, expect, it } from 'vitest';
import { auditActions } from '@yunzhen/shared/core/audit';
import { actionGroups, actionKey, groupOf } from './action-labels.ts';

describe('Audit actions', () => {
  it('have a text each, one level deep', () => {
    expect(actionKey('session.reuse-detected')).toBe('audit.action.session-reuse-detected');
    const keys = auditActions.map(actionKey);
    expect(new Set(keys).size).toBe(auditActions.length);
    for (const key of keys) expect(key.split('.')).toHaveLength(3);
  });

  it('belong to exactly one group each', () => {
    expect(groupOf('session.reuse-detected')).toBe('session');
    expect(actionGroups.get('queue')).toEqual(['queue.work-read', 'queue.read']);
    expect(actionGroups.get('note')).toEqual(expect.arrayContaining(['note.read', 'note.signed']));
    expect([...actionGroups.values()].flat()).toHaveLength(auditActions.length);
  });
});
