import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  record_export: 'SELECT, INSERT, UPDATE',
  record_export_part: 'SELECT, INSERT, DELETE',
  record_export_link: 'SELECT, INSERT, UPDATE, DELETE',
};

/** Copies of a whole record for its patient: what was asked for, the sealed archive in parts, and the links to it. */
export class RecordExports1764003000300 implements MigrationInterface {
  readonly name = 'RecordExports1764003000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE record_export (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        account_id uuid NOT NULL REFERENCES account,
        locale text NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'making', 'ready', 'cancelled', 'failed', 'expired')),
        attempts int NOT NULL DEFAULT 0,
        share real NOT NULL DEFAULT 0,
        parts int,
        bytes bigint,
        -- The archive’s own key, sealed under the key-encryption key. Without it the parts are noise.
        key_sealed text,
        asked_at timestamptz NOT NULL,
        ready_at timestamptz,
        expires_at timestamptz,
        fetched_at timestamptz,
        CHECK ((state = 'ready') <= (key_sealed IS NOT NULL AND expires_at IS NOT NULL AND parts IS NOT NULL)),
        CHECK (state IN ('making', 'ready') OR key_sealed IS NULL)
      );
      -- Whoever asks twice at once: one is made.
      CREATE UNIQUE INDEX record_export_running ON record_export (patient_id, account_id) WHERE state IN ('waiting', 'making');
      CREATE INDEX record_export_list ON record_export (patient_id, account_id, asked_at DESC);
      CREATE INDEX record_export_expiry ON record_export (hospital_id, expires_at) WHERE state = 'ready';

      CREATE TABLE record_export_part (
        export_id uuid NOT NULL REFERENCES record_export,
        number int NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        sealed bytea NOT NULL,
        PRIMARY KEY (export_id, number)
      );
      ALTER TABLE record_export_part ALTER COLUMN sealed SET STORAGE EXTERNAL;

      -- Of the link’s key only a hash is kept. It is good for the session that it was made in, for as long as that acts for the patient.
      CREATE TABLE record_export_link (
        hospital_id uuid NOT NULL REFERENCES hospital,
        key_hash bytea NOT NULL,
        export_id uuid NOT NULL REFERENCES record_export,
        session_id uuid NOT NULL REFERENCES session,
        acting boolean NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (hospital_id, key_hash)
      );
      CREATE INDEX record_export_link_export ON record_export_link (export_id);

      -- A code that confirms who is signed in, for accounts without a password.
      ALTER TABLE one_time_code DROP CONSTRAINT one_time_code_purpose_check;
      ALTER TABLE one_time_code ADD CONSTRAINT one_time_code_purpose_check
        CHECK (purpose IN ('sign-up', 'sign-in', 'reset-password', 'change-contact', 'confirm'));
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
