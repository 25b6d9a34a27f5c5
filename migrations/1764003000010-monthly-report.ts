import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** A file that goes with a mail. It is kept until the mail is settled and names nobody, so it is not sealed. */
export class MonthlyReport1764003000010 implements MigrationInterface {
  readonly name = 'MonthlyReport1764003000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE message_attachment (
        delivery_id uuid PRIMARY KEY REFERENCES message_delivery,
        hospital_id uuid NOT NULL REFERENCES hospital,
        name text NOT NULL,
        media_type text NOT NULL,
        bytes bytea NOT NULL
      );
    `);
    await enableTenancy(runner, { message_attachment: 'SELECT, INSERT, DELETE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
