import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  department: 'SELECT, INSERT, UPDATE',
  practitioner: 'SELECT, INSERT, UPDATE',
  practitioner_department: 'SELECT, INSERT, DELETE',
  consent_text: 'SELECT, INSERT',
  patient: 'SELECT, INSERT, UPDATE',
  allergy: 'SELECT, INSERT, UPDATE',
  condition: 'SELECT, INSERT, UPDATE',
  medication_statement: 'SELECT, INSERT, UPDATE',
  visit: 'SELECT, INSERT, UPDATE',
  consent: 'SELECT, INSERT',
  call_session: 'SELECT, INSERT, UPDATE',
  call_event: 'SELECT, INSERT',
  note: 'SELECT, INSERT, UPDATE',
  note_version: 'SELECT, INSERT',
  diagnosis_list: 'SELECT, INSERT, UPDATE',
  diagnosis: 'SELECT, INSERT, DELETE',
};

/** Departments, people, visits, calls and charts. */
export class Care1764000001000 implements MigrationInterface {
  readonly name = 'Care1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE department (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        code text NOT NULL,
        name jsonb NOT NULL,
        description jsonb NOT NULL,
        position int NOT NULL,
        UNIQUE (hospital_id, code)
      );

      CREATE TABLE practitioner (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account UNIQUE,
        kind text NOT NULL CHECK (kind IN ('doctor', 'pharmacist')),
        name text NOT NULL,
        name_latin text NOT NULL,
        title jsonb NOT NULL,
        bio jsonb NOT NULL,
        languages text[] NOT NULL,
        licence_number text NOT NULL,
        licence_valid_until date NOT NULL,
        years_of_practice int NOT NULL,
        on_duty boolean NOT NULL DEFAULT false,
        on_duty_since timestamptz
      );

      CREATE TABLE practitioner_department (
        hospital_id uuid NOT NULL REFERENCES hospital,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        department_id uuid NOT NULL REFERENCES department,
        PRIMARY KEY (practitioner_id, department_id)
      );
      CREATE INDEX practitioner_department_department ON practitioner_department (department_id);

      CREATE TABLE consent_text (
        hospital_id uuid NOT NULL REFERENCES hospital,
        version text NOT NULL,
        locale text NOT NULL,
        title text NOT NULL,
        paragraphs jsonb NOT NULL,
        valid_from timestamptz NOT NULL,
        PRIMARY KEY (hospital_id, version, locale)
      );

      CREATE TABLE patient (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid REFERENCES account UNIQUE,
        name text NOT NULL,
        name_latin text NOT NULL,
        birth_date date NOT NULL,
        sex text NOT NULL CHECK (sex IN ('female', 'male', 'other', 'unknown')),
        phone text,
        identity_number_sealed text,
        identity_last4 text,
        no_known_allergies_at timestamptz,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE allergy (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        substance text NOT NULL,
        substance_code text,
        category text NOT NULL,
        reaction text NOT NULL,
        severity text NOT NULL,
        recorded_by text NOT NULL,
        recorded_by_account_id uuid,
        recorded_at timestamptz NOT NULL,
        retracted_at timestamptz,
        retracted_by_account_id uuid
      );
      CREATE INDEX allergy_patient ON allergy (patient_id) WHERE retracted_at IS NULL;

      CREATE TABLE condition (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        code text,
        title jsonb NOT NULL,
        since date,
        recorded_by text NOT NULL,
        recorded_by_account_id uuid,
        recorded_at timestamptz NOT NULL,
        retracted_at timestamptz
      );
      CREATE INDEX condition_patient ON condition (patient_id) WHERE retracted_at IS NULL;

      CREATE TABLE medication_statement (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        product_id text,
        text text NOT NULL,
        dosage text NOT NULL,
        recorded_by text NOT NULL,
        recorded_by_account_id uuid,
        recorded_at timestamptz NOT NULL,
        retracted_at timestamptz,
        retracted_by_account_id uuid
      );
      CREATE INDEX medication_statement_patient ON medication_statement (patient_id) WHERE retracted_at IS NULL;

      CREATE TABLE visit (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        department_id uuid NOT NULL REFERENCES department,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        status text NOT NULL,
        version int NOT NULL DEFAULT 1,
        kind text NOT NULL,
        priority text NOT NULL DEFAULT 'routine',
        complaint text NOT NULL,
        intake jsonb,
        device_check text,
        created_at timestamptz NOT NULL,
        checked_in_at timestamptz,
        admitted_at timestamptz,
        ended_at timestamptz,
        end_reason text,
        summary text,
        media_node_id text,
        media_node_incarnation uuid
      );
      -- A patient has at most one open visit, whatever two tabs do at once.
      CREATE UNIQUE INDEX visit_one_open ON visit (patient_id) WHERE status IN ('planned', 'waiting', 'in-progress');
      CREATE INDEX visit_queue ON visit (practitioner_id, checked_in_at) WHERE status IN ('waiting', 'in-progress');
      CREATE INDEX visit_patient ON visit (patient_id, created_at DESC);
      CREATE INDEX visit_practitioner ON visit (practitioner_id, created_at DESC);

      CREATE TABLE consent (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit UNIQUE,
        patient_id uuid NOT NULL REFERENCES patient,
        text_version text NOT NULL,
        text_locale text NOT NULL,
        given_by_account_id uuid NOT NULL REFERENCES account,
        given_at timestamptz NOT NULL
      );

      CREATE TABLE call_session (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit,
        node_id text NOT NULL,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz
      );
      CREATE INDEX call_session_visit ON call_session (visit_id);

      CREATE TABLE call_event (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit,
        node_id text NOT NULL,
        at timestamptz NOT NULL,
        type text NOT NULL,
        participant_id uuid,
        role text,
        reason text,
        code text
      );
      CREATE INDEX call_event_visit ON call_event (visit_id, at);

      CREATE TABLE note (
        visit_id uuid PRIMARY KEY REFERENCES visit,
        hospital_id uuid NOT NULL REFERENCES hospital,
        status text NOT NULL DEFAULT 'draft',
        version int NOT NULL,
        content jsonb NOT NULL,
        author_id uuid NOT NULL REFERENCES practitioner,
        updated_at timestamptz NOT NULL,
        signed_at timestamptz
      );

      CREATE TABLE note_version (
        visit_id uuid NOT NULL REFERENCES visit,
        version int NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        content jsonb NOT NULL,
        author_account_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (visit_id, version)
      );

      CREATE TABLE diagnosis_list (
        visit_id uuid PRIMARY KEY REFERENCES visit,
        hospital_id uuid NOT NULL REFERENCES hospital,
        version int NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE diagnosis (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit,
        patient_id uuid NOT NULL REFERENCES patient,
        code text NOT NULL,
        title jsonb NOT NULL,
        is_primary boolean NOT NULL,
        certainty text NOT NULL,
        position int NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX diagnosis_visit ON diagnosis (visit_id, position);
      CREATE INDEX diagnosis_patient ON diagnosis (patient_id);
      CREATE UNIQUE INDEX diagnosis_one_primary ON diagnosis (visit_id) WHERE is_primary;

      -- A signed record never changes, whoever asks: the database itself refuses.
      CREATE FUNCTION refuse_signed_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'signed' THEN RAISE EXCEPTION 'a signed note never changes' USING ERRCODE = 'integrity_constraint_violation'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER note_is_final BEFORE UPDATE OR DELETE ON note FOR EACH ROW EXECUTE FUNCTION refuse_signed_note_change();
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
