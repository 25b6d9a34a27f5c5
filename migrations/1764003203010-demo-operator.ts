import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An operator whom anybody may step in as, in demo mode; in any other mode they do not exist for the program. */
export class DemoOperator1764003203010 implements MigrationInterface {
  readonly name = 'DemoOperator1764003203010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE operator ADD demo boolean NOT NULL DEFAULT false');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
