import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Browsers in which a member of staff signs in without the second factor for some days. A browser whose trust ends is deleted; the audit names it. */
export class TrustedDevices1764003332010 implements MigrationInterface {
  readonly name = 'TrustedDevices1764003332010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trusted_device (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        user_agent text,
        place text,
        CONSTRAINT trusted_device_account_id_hospital_fkey
          FOREIGN KEY (hospital_id, account_id) REFERENCES account (hospital_id, id)
      );
      CREATE INDEX trusted_device_account ON trusted_device (account_id, created_at DESC, id DESC);
    `);
    await enableTenancy(runner, { trusted_device: 'SELECT, INSERT, UPDATE, DELETE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
