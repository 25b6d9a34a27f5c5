import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. What was written is never deleted. */
const tenantTables = {
  observation: 'SELECT, INSERT, UPDATE',
  pregnancy_statement: 'SELECT, INSERT, UPDATE',
  chart_document: 'SELECT, INSERT, UPDATE',
  chart_entry_event: 'SELECT, INSERT',
  break_glass: 'SELECT, INSERT',
};

/** Measured values, statements on pregnancy, documents of a chart, what became of each entry, and emergency access. */
export class ChartFacts1764001000000 implements MigrationInterface {
  readonly name = 'ChartFacts1764001000000';

  async up(runner: QueryRunner): Promise<void> {
    const entries = ['allergy', 'condition', 'medication_statement'];
    for (const table of entries) {
      await runner.query(`
        ALTER TABLE ${table} ADD COLUMN version int NOT NULL DEFAULT 1, ADD COLUMN confirmed_at timestamptz;
      `);
    }
    const authored = `
      recorded_by text NOT NULL CHECK (recorded_by IN ('patient', 'doctor', 'import')),
      recorded_by_account_id uuid,
      recorded_at timestamptz NOT NULL,
      version int NOT NULL DEFAULT 1,
      confirmed_at timestamptz,
      retracted_at timestamptz,
      retracted_by_account_id uuid`;
    await runner.query(`
      ALTER TABLE condition ADD COLUMN retracted_by_account_id uuid, ADD COLUMN resolved_at timestamptz;

      CREATE TABLE observation (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        kind text NOT NULL,
        value numeric(10, 4) NOT NULL,
        diastolic numeric(10, 4),
        unit text NOT NULL,
        measured_at timestamptz NOT NULL,
        ${authored},
        CHECK ((kind = 'blood-pressure') = (diastolic IS NOT NULL))
      );
      CREATE INDEX observation_patient ON observation (patient_id, kind, measured_at DESC) WHERE retracted_at IS NULL;

      CREATE TABLE pregnancy_statement (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        pregnancy text NOT NULL CHECK (pregnancy IN ('pregnant', 'not-pregnant', 'unknown')),
        trimester int CHECK (trimester BETWEEN 1 AND 3),
        due_date date,
        lactation text NOT NULL CHECK (lactation IN ('breast-feeding', 'not-breast-feeding', 'unknown')),
        ${authored},
        CHECK (pregnancy = 'pregnant' OR (trimester IS NULL AND due_date IS NULL))
      );
      CREATE INDEX pregnancy_statement_patient ON pregnancy_statement (patient_id, recorded_at DESC)
        WHERE retracted_at IS NULL;

      -- Ids are made by pages: they are told apart within their chart only, so that nobody learns of another one's.
      CREATE TABLE chart_document (
        id uuid NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        category text NOT NULL,
        title text,
        type text NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
        width int,
        height int,
        -- Of the bytes as they came, to know a repeat; pictures are kept re-encoded.
        received_sha256 bytea NOT NULL,
        content bytea NOT NULL,
        ${authored},
        PRIMARY KEY (patient_id, id)
      );
      -- Pictures and PDFs are compressed already.
      ALTER TABLE chart_document ALTER COLUMN content SET STORAGE EXTERNAL;

      -- What became of an entry after it was recorded. Appended to, never changed.
      CREATE TABLE chart_entry_event (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        kind text NOT NULL,
        entry_id uuid NOT NULL,
        version int NOT NULL,
        action text NOT NULL CHECK (action IN ('confirmed', 'refuted', 'retracted', 'resolved', 'reopened')),
        reason text NOT NULL,
        at timestamptz NOT NULL,
        actor_account_id uuid NOT NULL,
        actor_role text NOT NULL CHECK (actor_role IN ('patient', 'doctor')),
        UNIQUE (patient_id, kind, entry_id, version)
      );

      CREATE TABLE break_glass (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        reason text NOT NULL,
        explanation text NOT NULL,
        opened_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > opened_at)
      );
      CREATE INDEX break_glass_patient ON break_glass (patient_id, opened_at DESC);
      CREATE INDEX patient_identity ON patient (hospital_id, birth_date);
    `);
    for (const table of [...entries, 'observation', 'pregnancy_statement', 'chart_document']) {
      const said = saidIn[table] ?? [];
      // A correction is a new entry: what was said, and by whom, stays as it was, whoever asks.
      await runner.query(`
        CREATE FUNCTION refuse_${table}_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (${said.map((column) => `NEW.${column}`).join(', ')}) IS DISTINCT FROM (${said.map((column) => `OLD.${column}`).join(', ')})
          THEN
            RAISE EXCEPTION 'an entry of a chart is not rewritten' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER ${table}_is_not_rewritten BEFORE UPDATE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_${table}_rewriting();
      `);
    }
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}

const authorship = ['id', 'hospital_id', 'patient_id', 'recorded_by', 'recorded_by_account_id', 'recorded_at'];

/** What an entry of each table says, and who said it. A document gets its title after its bytes. */
const saidIn: Readonly<Record<string, readonly string[]>> = {
  allergy: [...authorship, 'substance', 'substance_code', 'category', 'reaction', 'severity'],
  condition: [...authorship, 'code', 'title', 'since'],
  medication_statement: [...authorship, 'product_id', 'text', 'dosage'],
  observation: [...authorship, 'kind', 'value', 'diastolic', 'unit', 'measured_at'],
  pregnancy_statement: [...authorship, 'pregnancy', 'trimester', 'due_date', 'lactation'],
  chart_document: [...authorship, 'type', 'received_sha256', 'content'],
};
