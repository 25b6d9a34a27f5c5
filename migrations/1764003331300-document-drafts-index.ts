import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unsigned documents of a doctor, which the to-do list counts at every change. */
export class DocumentDraftsIndex1764003331300 implements MigrationInterface {
  readonly name = 'DocumentDraftsIndex1764003331300';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX CONCURRENTLY IF NOT EXISTS clinical_document_drafts
        ON clinical_document (practitioner_id, visit_id) WHERE status = 'draft'
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
