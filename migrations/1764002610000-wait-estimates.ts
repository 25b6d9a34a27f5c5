import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a patient was told at check-in of how long they would wait, so that what came of it can be measured. */
export class WaitEstimates1764002610000 implements MigrationInterface {
  readonly name = 'WaitEstimates1764002610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit ADD COLUMN told_wait_minutes int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit DROP COLUMN told_wait_minutes');
  }
}
