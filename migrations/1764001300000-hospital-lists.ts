import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  hospital_list: 'SELECT, INSERT, UPDATE',
  hospital_list_remark: 'SELECT, INSERT, DELETE',
  hospital_list_activation: 'SELECT, INSERT',
  diagnosis_use: 'SELECT, INSERT, UPDATE, DELETE',
  safety_alert: 'SELECT, INSERT',
  prescription_circumstances: 'SELECT, INSERT, UPDATE',
};

/**
 * Lists that a hospital brings itself, what doctors diagnose often, what became of safety alerts, and the circumstances of
 * a prescription that rules ask for.
 */
export class HospitalLists1764001300000 implements MigrationInterface {
  readonly name = 'HospitalLists1764001300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A list is the file as it was handed in; whoever needs it reads it again.
      CREATE TABLE hospital_list (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        kind text NOT NULL CHECK (kind IN ('diagnoses', 'medicines')),
        file_name text NOT NULL,
        sha256 bytea NOT NULL,
        content bytea NOT NULL,
        state text NOT NULL CHECK (state IN ('reading', 'ready', 'cancelled', 'failed')),
        share real NOT NULL DEFAULT 0,
        accepted int NOT NULL DEFAULT 0,
        refused int NOT NULL DEFAULT 0,
        reserved int NOT NULL DEFAULT 0,
        failure jsonb,
        uploaded_by uuid NOT NULL REFERENCES account,
        uploaded_at timestamptz NOT NULL
      );
      ALTER TABLE hospital_list ALTER COLUMN content SET STORAGE EXTERNAL;
      CREATE INDEX hospital_list_newest ON hospital_list (hospital_id, kind, uploaded_at DESC, id DESC);

      CREATE FUNCTION refuse_list_content_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.content IS DISTINCT FROM OLD.content OR NEW.sha256 IS DISTINCT FROM OLD.sha256
          OR NEW.kind IS DISTINCT FROM OLD.kind OR OLD.state <> 'reading' THEN
          RAISE EXCEPTION 'a list that was read never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER hospital_list_is_final BEFORE UPDATE ON hospital_list
        FOR EACH ROW EXECUTE FUNCTION refuse_list_content_change();

      CREATE TABLE hospital_list_remark (
        list_id uuid NOT NULL REFERENCES hospital_list,
        at int NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        line int NOT NULL,
        column_name text NOT NULL,
        refused boolean NOT NULL,
        text jsonb NOT NULL,
        value text NOT NULL,
        PRIMARY KEY (list_id, at)
      );

      -- The newest row of a kind says what is in use; no list means the built-in one.
      CREATE TABLE hospital_list_activation (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        kind text NOT NULL CHECK (kind IN ('diagnoses', 'medicines')),
        list_id uuid REFERENCES hospital_list,
        activated_by uuid NOT NULL REFERENCES account,
        activated_at timestamptz NOT NULL
      );
      CREATE INDEX hospital_list_activation_newest
        ON hospital_list_activation (hospital_id, kind, activated_at DESC, id DESC);

      CREATE TABLE diagnosis_use (
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        code text NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        title jsonb NOT NULL,
        used_at timestamptz,
        favourite boolean NOT NULL DEFAULT false,
        PRIMARY KEY (practitioner_id, code)
      );

      -- What became of the alerts of a prescription when it was signed or withdrawn: no medicine, no maker, no doctor.
      CREATE TABLE safety_alert (
        prescription_id uuid NOT NULL REFERENCES prescription,
        rule text NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        check_name text NOT NULL,
        severity text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('overridden', 'heeded', 'noted', 'withdrawn')),
        reason text,
        at timestamptz NOT NULL,
        PRIMARY KEY (prescription_id, rule)
      );
      CREATE INDEX safety_alert_at ON safety_alert (hospital_id, at)
        INCLUDE (rule, check_name, severity, outcome, reason);

      CREATE TABLE prescription_circumstances (
        prescription_id uuid PRIMARY KEY REFERENCES prescription,
        hospital_id uuid NOT NULL REFERENCES hospital,
        guardian jsonb,
        emergency boolean NOT NULL DEFAULT false,
        valid_days int NOT NULL DEFAULT 1 CHECK (valid_days BETWEEN 1 AND 3),
        stated_by uuid NOT NULL REFERENCES account,
        stated_at timestamptz NOT NULL
      );

      CREATE FUNCTION refuse_late_circumstances() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM prescription p WHERE p.id = NEW.prescription_id AND p.signed_at IS NOT NULL) THEN
          RAISE EXCEPTION 'a signed prescription is never edited' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER prescription_circumstances_are_final BEFORE INSERT OR UPDATE ON prescription_circumstances
        FOR EACH ROW EXECUTE FUNCTION refuse_late_circumstances();
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
