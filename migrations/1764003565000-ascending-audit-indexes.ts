import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes of the audit and of domain events that ascend by time. Entries arrive in order of time: at the end of an index they fill its pages, in the
 * descending ones that these replace each new page stayed half empty. A patient and an account belong to one hospital, so it need not come first.
 */
export class AscendingAuditIndexes1764003565000 implements MigrationInterface {
  readonly name = 'AscendingAuditIndexes1764003565000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS audit_event_by_time ON audit_event (hospital_id, at)',
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS audit_event_by_patient ON audit_event (patient_id, at) WHERE patient_id IS NOT NULL',
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS audit_event_by_actor ON audit_event (actor_account_id, at) WHERE actor_account_id IS NOT NULL',
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS domain_event_by_time ON domain_event (hospital_id, at)',
      'DROP INDEX CONCURRENTLY IF EXISTS audit_event_time',
      'DROP INDEX CONCURRENTLY IF EXISTS audit_event_patient',
      'DROP INDEX CONCURRENTLY IF EXISTS audit_event_actor',
      'DROP INDEX CONCURRENTLY IF EXISTS domain_event_time',
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
