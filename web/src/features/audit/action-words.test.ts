import { describe, expect, it } from 'vitest';
import { auditActions } from '@yunzhen/shared/domain/audit';
import en from '../../app/i18n/messages/en/audit.ts';
import { actionGroups, actionKey, groupOf } from './action-words.ts';

describe('words for actions', () => {
  it('are there for every action that can be written, and for no other', () => {
    const keys = auditActions.map((action) => actionKey(action).replace('audit.action.', ''));
    expect(keys.toSorted()).toEqual(Object.keys(en.action).toSorted());
  });

  it('stand in groups that all have a name', () => {
    expect([...actionGroups.keys()].toSorted()).toEqual(Object.keys(en.group).toSorted());
    expect([...actionGroups.values()].flat()).toHaveLength(auditActions.length);
    expect(groupOf('session.reuse-detected')).toBe('session');
  });
});
