import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes by text message are counted by hospital, hour and day, with each request. */
export class TextCodesOfADay1764003550010 implements MigrationInterface {
  readonly name = 'TextCodesOfADay1764003550010';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX CONCURRENTLY IF NOT EXISTS one_time_code_text ON one_time_code (hospital_id, created_at) WHERE channel = 'sms'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
