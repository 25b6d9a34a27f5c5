import type { QueryRunner } from 'typeorm';

/**
 * Puts tables behind the wall between hospitals: a transaction sees and writes only rows of the hospital that it was begun
 * for, the owner of the tables included. Grants the app’s role what stands beside each table’s name and nothing else.
 */
export async function enableTenancy(runner: QueryRunner, tables: Record<string, string>): Promise<void> {
  for (const [table, rights] of Object.entries(tables)) {
    await runner.query(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON ${table} USING (hospital_id = (SELECT current_hospital())) WITH CHECK (hospital_id = (SELECT current_hospital()));
      GRANT ${rights} ON ${table} TO yunzhen_app;
    `);
  }
}
