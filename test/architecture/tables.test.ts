import { describe, expect, it } from 'vitest';
import { edges } from './area-edges.ts';
import {
  areaSources,
  faultsOf,
  platformSources,
  readsOfPlatform,
  tablesOfEntities,
  usesIn,
  type Table,
} from './table-uses.ts';

const tables = tablesOfEntities();

/** The platform reads only which hospitals there are. Files beside the areas also name what they check: sealed columns, files and signed records. */
const platformReads = [
  'server/src/api/moved-hospitals.ts: administration',
  'server/src/api/sealed-columns.ts: accounts',
  'server/src/api/sealed-columns.ts: documents',
  'server/src/api/sealed-columns.ts: notifications',
  'server/src/api/sealed-columns.ts: prescribing',
  'server/src/api/sealed-columns.ts: records',
  'server/src/api/sealed-columns.ts: signing',
  'server/src/api/start-checks.ts: signing',
  'server/src/api/stored-files.ts: chart',
  'server/src/api/stored-files.ts: chat',
  'server/src/api/stored-files.ts: documents',
  'server/src/api/stored-files.ts: intake',
  'server/src/api/stored-files.ts: prescribing',
  'server/src/api/verify-records.ts: chart',
  'server/src/api/verify-records.ts: documents',
  'server/src/api/verify-records.ts: prescribing',
  'server/src/platform/db/demo-hospitals.ts: administration',
  'server/src/platform/db/hospitals-here.ts: administration',
  'server/src/platform/db/transaction.ts: administration',
  'server/src/platform/jobs/nightly-runs.ts: administration',
];

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

  it('of areas are read outside them only by the files listed here, and never written there by name', () => {
    const uses = [...platformSources()].flatMap(([file, code]) => usesIn(file, code, tables));
    expect(readsOfPlatform(uses, tables)).toEqual(platformReads);
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

describe('readsOfPlatform', () => {
  const made: Table[] = [{ name: 'visit', owner: 'visits', entity: 'visitEntity' }];
  const file = 'server/src/platform/db/a.ts';

  it('names a file that reads a table of an area, and rejects one that writes it', () => {
    const reads = usesIn(file, "tx.query('SELECT 1 FROM visit')", made);
    expect(readsOfPlatform([...reads, ...reads], made)).toEqual([`${file}: visits`]);
    const writes = usesIn(file, "tx.query('UPDATE visit SET a = 1')", made);
    expect(() => readsOfPlatform(writes, made)).toThrow(`${file}:1 writes visit`);
  });
});
