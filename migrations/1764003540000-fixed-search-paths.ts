import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Functions that came after all others got a fixed search path (1764003304000), or were replaced without one. */
export class FixedSearchPaths1764003540000 implements MigrationInterface {
  readonly name = 'FixedSearchPaths1764003540000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER FUNCTION mark_transaction() SET search_path = pg_catalog, public, pg_temp;
      ALTER FUNCTION canonical_time(timestamptz) SET search_path = pg_catalog, public, pg_temp;
      ALTER FUNCTION canonical_entry(audit_event) SET search_path = pg_catalog, public, pg_temp;
      ALTER FUNCTION canonical_entry(domain_event) SET search_path = pg_catalog, public, pg_temp;
      ALTER FUNCTION refuse_sent_attachment_change() SET search_path = pg_catalog, public, pg_temp;
      ALTER FUNCTION refuse_chart_document_rewriting() SET search_path = pg_catalog, public, pg_temp;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
