import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff sign in with two factors: a session may wait for the second one. Sessions that are open stay as they are. */
export class PendingSecondFactor1764003310000 implements MigrationInterface {
  readonly name = 'PendingSecondFactor1764003310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN factor_pending boolean NOT NULL DEFAULT false');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
