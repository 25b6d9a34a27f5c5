import { describe, expect, it } from 'vitest';
import { gap, tablesIn } from './sql-tables.ts';

const read = (table: string) => ({ table, kind: 'read' });
const written = (table: string) => ({ table, kind: 'write' });

describe('tablesIn', () => {
  it.each([
    ['SELECT 1 FROM visit v WHERE v.id = $1', [read('visit')]],
    [
      'FROM visit v JOIN patient p ON p.id = v.patient_id LEFT JOIN account a ON true',
      [read('visit'), read('patient'), read('account')],
    ],
    ['SELECT 1 FROM visit v, LATERAL (SELECT 2 FROM note n) x, chat', [read('visit'), read('note'), read('chat')]],
    [
      'INSERT INTO note (id) SELECT id FROM visit ON CONFLICT (id) DO UPDATE SET a = 1',
      [written('note'), read('visit')],
    ],
    ['UPDATE visit v SET a = 1 FROM patient p WHERE p.id = v.patient_id', [written('visit'), read('patient')]],
    ['DELETE FROM note n USING visit v WHERE v.id = n.visit_id', [written('note'), read('visit')]],
    ['SELECT 1 FROM ONLY public.visit FOR UPDATE', [read('visit')]],
    ['WITH gone AS (DELETE FROM note RETURNING id) SELECT 1', [written('note')]],
    [`SELECT (SELECT ${gap} FROM note) FROM ${gap} x JOIN chat c USING (id)`, [read(gap), read('note'), read('chat')]],
    [`INSERT INTO ${gap} (id) SELECT 1`, [written(gap)]],
  ])('finds the tables of %s', (sql, uses) => {
    expect(tablesIn(sql)).toEqual(expect.arrayContaining(uses));
    expect(tablesIn(sql)).toHaveLength(uses.length);
  });

  it.each([
    'SELECT extract(epoch FROM $1::timestamptz) - generate_series(1, 2)',
    'WHERE a IS DISTINCT FROM v.status',
    "SELECT 'FROM visit' -- FROM visit\n/* JOIN visit */",
    'FROM unnest($1::uuid[]) AS given(id)',
    'Somebody joins from visit to visit',
  ])('finds no table in %s', (sql) => {
    expect(tablesIn(sql)).toEqual([]);
  });
});
