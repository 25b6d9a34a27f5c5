import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people read, hear and want to be reached. */
export class Wishes1764003000210 implements MigrationInterface {
  readonly name = 'Wishes1764003000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE account ADD COLUMN wishes jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
