import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  second_factor: 'SELECT, INSERT, UPDATE',
  recovery_code: 'SELECT, INSERT, UPDATE, DELETE',
  passkey_challenge: 'SELECT, INSERT, UPDATE, DELETE',
  revocation_list: 'SELECT, INSERT',
};

/** Second factors of people who sign, and the whole life of their certificates. */
export class SecondFactors1764001400000 implements MigrationInterface {
  readonly name = 'SecondFactors1764001400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An authenticator app (its secret sealed) or a passkey (its public key). One that was removed stays, for the audit.
      CREATE TABLE second_factor (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        kind text NOT NULL CHECK (kind IN ('totp', 'passkey')),
        name text NOT NULL,
        secret_sealed text,
        -- The thirty seconds whose code was taken last: it and those before are refused.
        last_step bigint,
        credential_id text,
        public_key bytea,
        sign_count bigint,
        transports text[] NOT NULL DEFAULT '{}',
        -- Made with the demo data: the page shows its code, in demo mode only, and no other mode takes it.
        demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        -- Null until its first code was right.
        confirmed_at timestamptz,
        last_used_at timestamptz,
        removed_at timestamptz,
        CHECK ((kind = 'totp') = (secret_sealed IS NOT NULL)),
        CHECK ((kind = 'passkey') = (credential_id IS NOT NULL AND public_key IS NOT NULL AND sign_count IS NOT NULL))
      );
      CREATE INDEX second_factor_account ON second_factor (account_id) WHERE removed_at IS NULL;
      CREATE UNIQUE INDEX second_factor_credential ON second_factor (hospital_id, credential_id) WHERE removed_at IS NULL;

      -- Kept as a digest; each is good once.
      CREATE TABLE recovery_code (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        digest bytea NOT NULL,
        created_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX recovery_code_account ON recovery_code (account_id);

      -- What a passkey is asked to sign: good once, for one session and purpose.
      CREATE TABLE passkey_challenge (
        session_id uuid NOT NULL REFERENCES session,
        purpose text NOT NULL CHECK (purpose IN ('enrol', 'confirm')),
        hospital_id uuid NOT NULL REFERENCES hospital,
        challenge text NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (session_id, purpose)
      );

      ALTER TABLE session ADD second_factor_at timestamptz;

      ALTER TABLE signing_credential
        ADD superseded_at timestamptz,
        ADD revocation_reason text CHECK (revocation_reason IN
          ('key-compromise', 'affiliation-changed', 'superseded', 'cessation-of-operation')),
        ADD revoked_by uuid REFERENCES account,
        -- From when signatures are not to be believed; earlier than the revocation when a key was stolen before it was noticed.
        ADD invalid_from timestamptz;
      DROP INDEX signing_credential_current;
      CREATE UNIQUE INDEX signing_credential_current ON signing_credential (hospital_id, kind, coalesce(practitioner_id, hospital_id))
        WHERE revoked_at IS NULL AND superseded_at IS NULL;
      CREATE INDEX signing_credential_practitioner ON signing_credential (practitioner_id);

      CREATE TABLE revocation_list (
        hospital_id uuid NOT NULL REFERENCES hospital,
        number int NOT NULL,
        der bytea NOT NULL,
        this_update timestamptz NOT NULL,
        next_update timestamptz NOT NULL,
        PRIMARY KEY (hospital_id, number)
      );

      -- PAdES baseline level of the file: B-T carries a time that a timestamp authority vouches for.
      ALTER TABLE prescription_document ADD level text NOT NULL DEFAULT 'B-B' CHECK (level IN ('B-B', 'B-T'));
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
