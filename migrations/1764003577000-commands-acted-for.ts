import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For whom a command ran: the patient for whom a guardian acted, else the account itself. Null where the release before wrote it. Outside the digest,
 * so that both releases digest a request in the same way.
 */
export class CommandsActedFor1764003577000 implements MigrationInterface {
  readonly name = 'CommandsActedFor1764003577000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idempotency_key ADD COLUMN acted_for uuid');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
