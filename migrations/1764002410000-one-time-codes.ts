import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** One-time codes that prove who holds an e-mail address or a telephone. */
export class OneTimeCodes1764002410000 implements MigrationInterface {
  readonly name = 'OneTimeCodes1764002410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Code and proof are kept as keyed digests, the address sealed: a copy of the table proves nothing.
      CREATE TABLE one_time_code (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        purpose text NOT NULL CHECK (purpose IN ('sign-up', 'sign-in', 'reset-password', 'change-contact')),
        channel text NOT NULL CHECK (channel IN ('mail', 'sms')),
        target_digest bytea NOT NULL,
        target_sealed text NOT NULL,
        -- Whose contact is to change, or whom the proof has made or let in.
        account_id uuid REFERENCES account,
        sender_digest bytea NOT NULL,
        code_digest bytea NOT NULL,
        failures int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        proof_digest bytea,
        proven_at timestamptz,
        used_at timestamptz,
        CHECK ((proof_digest IS NULL) = (proven_at IS NULL))
      );
      CREATE INDEX one_time_code_target ON one_time_code (hospital_id, target_digest, created_at DESC);
      CREATE INDEX one_time_code_sender ON one_time_code (hospital_id, sender_digest, created_at DESC);
      CREATE UNIQUE INDEX one_time_code_proof ON one_time_code (proof_digest);
    `);
    await enableTenancy(runner, { one_time_code: 'SELECT, INSERT, UPDATE, DELETE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
