import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Who patients are proven to be, and every try to prove it. */
export class Identity1764003000200 implements MigrationInterface {
  readonly name = 'Identity1764003000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE patient
        ADD COLUMN identity_document_type text CHECK (identity_document_type IN ('resident-id', 'hk-macao-permit', 'taiwan-permit', 'passport')),
        -- A keyed digest of the number, to find it by; the number itself is sealed.
        ADD COLUMN identity_digest bytea,
        ADD COLUMN identity_provider text,
        ADD COLUMN identity_verified_at timestamptz,
        ADD CONSTRAINT patient_identity_whole CHECK (identity_verified_at IS NULL OR (identity_document_type IS NOT NULL
          AND identity_digest IS NOT NULL AND identity_last4 IS NOT NULL AND identity_provider IS NOT NULL));
      -- One person has one record in a hospital.
      CREATE UNIQUE INDEX patient_proven_document ON patient (hospital_id, identity_digest) WHERE identity_verified_at IS NOT NULL;

      -- What was verified changes by another verification alone, whoever asks.
      CREATE FUNCTION refuse_verified_person_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.identity_verified_at IS NOT NULL
          AND (NEW.identity_verified_at IS NULL OR NEW.identity_verified_at = OLD.identity_verified_at)
          AND (NEW.name, NEW.birth_date, NEW.sex, NEW.identity_verified_at, NEW.identity_digest, NEW.identity_document_type)
            IS DISTINCT FROM (OLD.name, OLD.birth_date, OLD.sex, OLD.identity_verified_at, OLD.identity_digest, OLD.identity_document_type)
        THEN RAISE EXCEPTION 'a verified person changes by a verification only' USING ERRCODE = 'integrity_constraint_violation'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER patient_is_verified BEFORE UPDATE ON patient FOR EACH ROW EXECUTE FUNCTION refuse_verified_person_change();

      -- What the digests of a hospital are keyed with: made once, sealed, and another one for each hospital.
      CREATE TABLE identity_key (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital UNIQUE,
        key_sealed text NOT NULL,
        created_at timestamptz NOT NULL
      );

      -- A try holds no number, name or birth date: what was wrong in it may be somebody else’s.
      CREATE TABLE identity_check (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        asked_by uuid NOT NULL REFERENCES account,
        document_type text NOT NULL CHECK (document_type IN ('resident-id', 'hk-macao-permit', 'taiwan-permit', 'passport')),
        number_digest bytea NOT NULL,
        asked_at timestamptz NOT NULL,
        outcome text CHECK (outcome IN ('verified', 'mismatch', 'unavailable', 'taken')),
        provider text,
        reference text,
        answered_at timestamptz,
        CHECK ((outcome IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX identity_check_patient ON identity_check (patient_id, asked_at DESC);
      CREATE INDEX identity_check_account ON identity_check (asked_by, asked_at DESC);
      CREATE FUNCTION refuse_settled_identity_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.outcome IS NOT NULL THEN RAISE EXCEPTION 'a settled check never changes' USING ERRCODE = 'integrity_constraint_violation'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER identity_check_is_final BEFORE UPDATE ON identity_check FOR EACH ROW EXECUTE FUNCTION refuse_settled_identity_change();
    `);
    await enableTenancy(runner, { identity_check: 'SELECT, INSERT, UPDATE', identity_key: 'SELECT, INSERT, UPDATE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
