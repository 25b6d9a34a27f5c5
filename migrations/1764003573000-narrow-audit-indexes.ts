import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes of the chain without what nothing searches by. The id of an entry is unique in all hospitals; entries of one transaction are sorted after they
 * are found; a patient has too few of them to need their order. Equal keys share one entry of an index.
 */
export class NarrowAuditIndexes1764003573000 implements MigrationInterface {
  readonly name = 'NarrowAuditIndexes1764003573000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS audit_link_of_entry ON audit_link (entry_id)',
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS audit_event_by_transaction ON audit_event (hospital_id, written_in)',
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS domain_event_by_transaction ON domain_event (hospital_id, written_in)',
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS audit_event_of_patient ON audit_event (patient_id) WHERE patient_id IS NOT NULL',
      'DROP INDEX CONCURRENTLY IF EXISTS audit_link_entry',
      'DROP INDEX CONCURRENTLY IF EXISTS audit_event_written',
      'DROP INDEX CONCURRENTLY IF EXISTS domain_event_written',
      'DROP INDEX CONCURRENTLY IF EXISTS audit_event_by_patient',
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
