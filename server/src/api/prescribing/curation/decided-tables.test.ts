import { expect, it } from 'vitest';
import { buildKnowledgeBase } from '../safety/knowledge/knowledge-base.ts';
import { proposedTables } from './decided-tables.ts';
import { shippedRules } from './ruled-rows.ts';

it('uses a signed decision whose source is the kind of work alone, and refuses a new one', () => {
  const row = shippedRules().find(({ table, id }) => table === 'dose-limits' && id.startsWith('enalapril'));
  if (!row) throw new Error('no largest dose of enalapril');
  const decision = {
    ruleTable: row.table,
    ruleId: row.id,
    rowSha256: row.sha256,
    action: 'change' as const,
    changes: { adultPerDay: '20' },
    source: 'label',
  };
  const at = new Date('2026-11-29T00:00:00Z');
  const hospital = { name: 'Test', country: 'China' };
  const signed = proposedTables([{ ...decision, version: 1, signedAt: at }], [], at, hospital);
  expect(buildKnowledgeBase(signed, 'test').decidedLimits.size).toBe(1);
  expect(() => buildKnowledgeBase(proposedTables([], [decision], at, hospital), 'test')).toThrow('source');
});
