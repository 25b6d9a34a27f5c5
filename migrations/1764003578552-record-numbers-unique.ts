import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A record number names one patient of a hospital. */
export class RecordNumbersUnique1764003578552 implements MigrationInterface {
  readonly name = 'RecordNumbersUnique1764003578552';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS patient_record_number ON patient (hospital_id, record_number)',
    );
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
