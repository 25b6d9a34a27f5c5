import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The number of a patient’s outpatient record, as people read it. Null until the first prescription that is signed after this upgrade. */
export class RecordNumbers1764003578551 implements MigrationInterface {
  readonly name = 'RecordNumbers1764003578551';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE patient ADD COLUMN record_number text');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
