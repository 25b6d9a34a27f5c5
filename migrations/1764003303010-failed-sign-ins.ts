import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the holder of an account was last told of failed sign-ins: once a day at most. */
export class FailedSignIns1764003303010 implements MigrationInterface {
  readonly name = 'FailedSignIns1764003303010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account ADD COLUMN failures_told_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
