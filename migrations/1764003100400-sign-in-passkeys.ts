import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Passkeys that open a patient’s account, apart from second factors, and what a stranger’s passkey is asked to sign. */
export class SignInPasskeys1764003100400 implements MigrationInterface {
  readonly name = 'SignInPasskeys1764003100400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One that was removed stays, for the audit.
      CREATE TABLE sign_in_passkey (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        name text NOT NULL,
        credential_id text NOT NULL,
        public_key bytea NOT NULL,
        sign_count bigint NOT NULL,
        transports text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        removed_at timestamptz
      );
      CREATE INDEX sign_in_passkey_account ON sign_in_passkey (account_id) WHERE removed_at IS NULL;
      CREATE UNIQUE INDEX sign_in_passkey_credential ON sign_in_passkey (hospital_id, credential_id) WHERE removed_at IS NULL;

      -- Good once. Nobody is signed in yet, so that it belongs to no session.
      CREATE TABLE sign_in_challenge (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        challenge text NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_challenge_expiry ON sign_in_challenge (hospital_id, expires_at);

      ALTER TABLE passkey_challenge DROP CONSTRAINT passkey_challenge_purpose_check,
        ADD CONSTRAINT passkey_challenge_purpose_check CHECK (purpose IN ('enrol', 'confirm', 'enrol-sign-in'));
    `);
    await enableTenancy(runner, {
      sign_in_passkey: 'SELECT, INSERT, UPDATE (sign_count, last_used_at, removed_at)',
      sign_in_challenge: 'SELECT, INSERT, DELETE',
    });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
