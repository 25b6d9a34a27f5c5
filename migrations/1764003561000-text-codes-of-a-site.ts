import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Codes by text message are counted for a sender's larger network too, and codes that are requested in a browser that knows the account for
 * themselves. Rows of the release before have no such network, and are deleted after a day.
 */
export class TextCodesOfASite1764003561000 implements MigrationInterface {
  readonly name = 'TextCodesOfASite1764003561000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE one_time_code ADD COLUMN site_digest bytea;
      ALTER TABLE one_time_code ADD COLUMN known_browser boolean NOT NULL DEFAULT false;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
