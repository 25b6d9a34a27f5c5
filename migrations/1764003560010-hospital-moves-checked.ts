import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks the rows that existed before `hospital-moves`, without a lock that stops writers. */
export class HospitalMovesChecked1764003560010 implements MigrationInterface {
  readonly name = 'HospitalMovesChecked1764003560010';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE hospital VALIDATE CONSTRAINT hospital_move_state');
    await runner.query('ALTER TABLE hospital VALIDATE CONSTRAINT hospital_moved_to');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
