import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key by which a correction refers to a dispense of its own hospital. */
export class DispenseKey1764003331410 implements MigrationInterface {
  readonly name = 'DispenseKey1764003331410';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS dispense_hospital_id_id_key ON dispense (hospital_id, id)',
    );
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
