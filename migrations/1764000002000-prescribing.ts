import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  prescription: 'SELECT, INSERT, UPDATE',
  prescription_signature: 'SELECT, INSERT',
  prescription_document: 'SELECT, INSERT, DELETE',
  safety_check: 'SELECT, INSERT',
  review: 'SELECT, INSERT, UPDATE',
};

/** Prescriptions, their signatures, documents, checks and reviews. */
export class Prescribing1764000002000 implements MigrationInterface {
  readonly name = 'Prescribing1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE prescription (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        number text NOT NULL,
        visit_id uuid NOT NULL REFERENCES visit,
        patient_id uuid NOT NULL REFERENCES patient,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        department_id uuid NOT NULL REFERENCES department,
        status text NOT NULL,
        version int NOT NULL,
        items jsonb NOT NULL DEFAULT '[]',
        diagnoses jsonb NOT NULL DEFAULT '[]',
        safety jsonb,
        blocked_by jsonb NOT NULL DEFAULT '[]',
        acknowledgements jsonb NOT NULL DEFAULT '[]',
        -- The canonical JSON that was signed, to the byte.
        signed_payload text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        signed_at timestamptz,
        valid_until timestamptz,
        pharmacist_id uuid REFERENCES practitioner,
        decided_at timestamptz,
        rejection jsonb,
        cancel_reason text,
        -- The code’s secret: its hash to check, sealed to print it again.
        secret_hash bytea,
        secret_sealed text,
        UNIQUE (hospital_id, number)
      );
      CREATE UNIQUE INDEX prescription_one_draft ON prescription (visit_id) WHERE status = 'draft';
      CREATE INDEX prescription_patient ON prescription (patient_id, created_at DESC);
      CREATE INDEX prescription_practitioner ON prescription (practitioner_id, created_at DESC);

      CREATE TABLE prescription_signature (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        prescription_id uuid NOT NULL REFERENCES prescription,
        role text NOT NULL CHECK (role IN ('doctor', 'pharmacist')),
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        jws text NOT NULL,
        certificate_pem text NOT NULL,
        signed_at timestamptz NOT NULL,
        UNIQUE (prescription_id, role)
      );

      -- The signed PDF of an approved prescription; its digest tells an unchanged copy.
      CREATE TABLE prescription_document (
        prescription_id uuid NOT NULL REFERENCES prescription,
        locale text NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL,
        sealed_at timestamptz NOT NULL,
        PRIMARY KEY (prescription_id, locale)
      );

      CREATE TABLE safety_check (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        prescription_id uuid NOT NULL REFERENCES prescription,
        prescription_version int NOT NULL,
        phase text NOT NULL CHECK (phase IN ('draft', 'signature', 'review')),
        data_version text NOT NULL,
        report jsonb NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX safety_check_prescription ON safety_check (prescription_id, at);

      CREATE TABLE review (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        prescription_id uuid NOT NULL REFERENCES prescription UNIQUE,
        status text NOT NULL,
        version int NOT NULL,
        requested_at timestamptz NOT NULL,
        started_at timestamptz,
        decided_at timestamptz,
        pharmacist_id uuid REFERENCES practitioner
      );
      CREATE INDEX review_open ON review (hospital_id, requested_at) WHERE status IN ('requested', 'in-progress');

      CREATE FUNCTION refuse_signed_prescription_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'a prescription is never deleted' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF OLD.signed_at IS NOT NULL AND (
          NEW.items IS DISTINCT FROM OLD.items OR NEW.diagnoses IS DISTINCT FROM OLD.diagnoses
          OR NEW.signed_payload IS DISTINCT FROM OLD.signed_payload OR NEW.signed_at IS DISTINCT FROM OLD.signed_at
          OR NEW.number IS DISTINCT FROM OLD.number OR NEW.visit_id IS DISTINCT FROM OLD.visit_id
          OR NEW.patient_id IS DISTINCT FROM OLD.patient_id OR NEW.practitioner_id IS DISTINCT FROM OLD.practitioner_id
          OR NEW.acknowledgements IS DISTINCT FROM OLD.acknowledgements OR NEW.safety IS DISTINCT FROM OLD.safety
          OR NEW.secret_hash IS DISTINCT FROM OLD.secret_hash) THEN
          RAISE EXCEPTION 'a signed prescription is never edited' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER prescription_is_final BEFORE UPDATE OR DELETE ON prescription
        FOR EACH ROW EXECUTE FUNCTION refuse_signed_prescription_change();
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
