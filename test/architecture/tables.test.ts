import { describe, expect, it } from 'vitest';
import { edges } from './area-edges.ts';
import { areaSources, faultsOf, tablesOfEntities, usesIn, type Table } from './table-uses.ts';

const tables = tablesOfEntities();

describe('tables', () => {
  it('each have one owner', () => {
    expect(tables.length).toBeGreaterThan(100);
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
  });

  it('are read only along declared edges and written only by their owner', () => {
    const uses = [...areaSources()].flatMap(([file, code]) => usesIn(file, code, tables));
    expect(uses.length).toBeGreaterThan(500);
    expect(faultsOf(uses, tables, edges.serverEdges)).toEqual([]);
  });
});

describe('faultsOf', () => {
  const made: Table[] = [
    { name: 'visit', owner: 'visits', entity: 'visitEntity' },
    { name: 'note', owner: 'chart', entity: 'noteEntity' },
    { name: 'audit_event', owner: 'platform', entity: 'auditEventEntity' },
  ];
  const faults = (code: string, declared: { uses?: string[]; reads?: string[] } = {}) =>
    faultsOf(usesIn('server/src/api/chart/a.repository.ts', code, made), made, {
      chart: { uses: declared.uses ?? [], reads: declared.reads ?? [] },
    });
  const place = 'server/src/api/chart/a.repository.ts:1';

  it.each([
    ['tx.query(`SELECT ${columns} FROM visit v`)', `chart reads visit of visits: ${place}`],
    ["const file = { table: 'visit' }", `chart reads visit of visits: ${place}`],
    ["const sql = 'note n JOIN visit v ON true'", `chart reads visit of visits: ${place}`],
    ['tx.manager.findOneBy(visitEntity, { id })', `chart reads visit of visits: ${place}`],
    ['tx.query(`SELECT 1 FROM ${table}`, ["visit"])', `chart reads visit of visits: ${place}`],
    ["tx.query('UPDATE visit SET a = 1')", `chart writes visit of visits: ${place}`],
    ['tx.query(`WITH x AS (DELETE FROM visit RETURNING id) SELECT 1`)', `chart writes visit of visits: ${place}`],
    ["this.#tx.manager.update(visitEntity, { id }, { status: 'x' })", `chart writes visit of visits: ${place}`],
    ['insertUnlessThere(tx, visitEntity, row)', `chart writes visit of visits: ${place}`],
    ["tx.query('INSERT INTO audit_event (id) VALUES ($1)')", `chart writes audit_event of platform: ${place}`],
  ])('rejects %s', (code, fault) => {
    expect(faults(code)).toEqual([fault]);
  });

  it('allows reads of used or declared areas, own tables and platform tables', () => {
    const code = "tx.query('INSERT INTO note SELECT 1 FROM visit, audit_event')";
    expect(faults(code, { uses: ['visits'] })).toEqual([]);
    expect(faults(code, { reads: ['visits'] })).toEqual([]);
  });

  it('rejects an unused declaration', () => {
    const idle = 'chart need not declare that it reads visits';
    expect(faults("tx.query('SELECT 1 FROM note')", { reads: ['visits'] })).toEqual([idle]);
    expect(faults("tx.query('SELECT 1 FROM visit')", { uses: ['visits'], reads: ['visits'] })).toEqual([idle]);
  });
});
