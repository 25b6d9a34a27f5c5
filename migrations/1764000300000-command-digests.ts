import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a repeated command asked for, so that its key can’t be used for something else; and an order in which to forget it. */
export class CommandDigests1764000300000 implements MigrationInterface {
  readonly name = 'CommandDigests1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idempotency_key ADD COLUMN request_digest bytea;
      CREATE INDEX idempotency_key_age ON idempotency_key (hospital_id, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX idempotency_key_age;
      ALTER TABLE idempotency_key DROP COLUMN request_digest;
    `);
  }
}
