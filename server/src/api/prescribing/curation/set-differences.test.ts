import { expect, it } from 'vitest';
import { shippedTables, type TableRow } from '../safety/knowledge/knowledge-tables.ts';
import { tablesOfRelease } from '../safety/knowledge/released-knowledge.ts';
import { releaseContent } from './release-json.ts';
import { differencesOf, type ComparedPairs } from './set-differences.ts';

const tables = shippedTables();
const imported = (pairs: Record<string, TableRow | null>, file = 'digest-of-2026'): ComparedPairs => ({
  file,
  version: file.slice(-4),
  decided: Object.keys(pairs),
  record: (id) => pairs[id] ?? null,
});
const graded = (severity: string) => ({ a: 'a', b: 'b', severity, source: 'S' });

it('finds no difference between the shipped rows and a release of them', () => {
  const released = tablesOfRelease(releaseContent(tables, 'test', []));
  expect(differencesOf({ tables, imported: null }, { tables: released.tables, imported: null })).toEqual([]);
});

it('lists decided pairs of the imported base that are switched off, downgraded or restored, gravest first', () => {
  const before = imported({ 'a+b': graded('moderate'), 'a+c': graded('contraindicated'), 'a+d': null });
  const after = imported({ 'a+b': graded('minor'), 'a+c': null, 'a+d': graded('serious') });
  const found = differencesOf({ tables, imported: before }, { tables, imported: after });
  expect(found.map(({ table, ruleId, kind, columns }) => [table, ruleId, kind, columns])).toEqual([
    ['imported-pairs', 'a+c', 'removed', []],
    ['imported-pairs', 'a+d', 'added', []],
    ['imported-pairs', 'a+b', 'changed', ['severity']],
  ]);
});

it('lists a pair that only the earlier set decided about, after the new edition of the base', () => {
  const before = imported({ 'a+b': graded('minor') });
  const after = { ...imported({ 'a+b': graded('serious') }, 'digest-of-2027'), decided: [] };
  expect(differencesOf({ tables, imported: before }, { tables, imported: after })).toMatchObject([
    { kind: 'changed', before: { id: '2026' }, after: { id: '2027' } },
    { kind: 'changed', ruleId: 'a+b', after: { severity: 'serious' } },
  ]);
  expect(differencesOf({ tables, imported: before }, { tables, imported: null })).toMatchObject([
    { kind: 'removed', before: { id: '2026' }, after: null },
    { kind: 'removed', ruleId: 'a+b' },
  ]);
});
