import type { QueryRunner } from 'typeorm';

/**
 * Enables row-level security on tables: a transaction reads and writes only rows of its hospital, even as the tables' owner. Grants the app’s role
 * the rights listed with each table, and nothing else.
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
