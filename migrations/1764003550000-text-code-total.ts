import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many codes by text message the installation has sent today: it pays for them all, and row-level security shows a hospital only its own. */
export class TextCodeTotal1764003550000 implements MigrationInterface {
  readonly name = 'TextCodeTotal1764003550000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE text_code_total (
        -- One row.
        name text PRIMARY KEY CHECK (name = 'installation'),
        -- In UTC, by the database's clock.
        day date NOT NULL,
        codes int NOT NULL
      );
      GRANT SELECT, INSERT, UPDATE ON text_code_total TO yunzhen_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
