import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is kept of patients whose doctor treats nobody here any more: when they were told. */
export class DoctorsGone1764003205100 implements MigrationInterface {
  readonly name = 'DoctorsGone1764003205100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE appointment ADD COLUMN doctor_gone_told_at timestamptz;
      -- Of a visit under way: since when nobody is its doctor, as long as nobody is.
      ALTER TABLE visit ADD COLUMN doctor_gone_at timestamptz;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
