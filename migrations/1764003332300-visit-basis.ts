import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Evidence of earlier diagnoses, and the doctor’s statement that a visit follows one up or is a first visit. Both are only ever added. */
export class VisitBasis1764003332300 implements MigrationInterface {
  readonly name = 'VisitBasis1764003332300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE prior_diagnosis (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL,
        -- The visit for which it was stated.
        visit_id uuid NOT NULL,
        source text NOT NULL CHECK (source IN ('here', 'outside')),
        -- The visit in this hospital that made or followed up the diagnosis.
        earlier_visit_id uuid,
        institution text NOT NULL DEFAULT '',
        diagnosed_on date NOT NULL,
        -- What an earlier visit here proves.
        diagnoses jsonb NOT NULL DEFAULT '[]',
        -- Pictures among the answers of the visit, each with the SHA-256 of its content.
        pages jsonb NOT NULL DEFAULT '[]',
        recorded_by text NOT NULL CHECK (recorded_by IN ('patient', 'doctor')),
        account_id uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        CHECK ((source = 'here') = (earlier_visit_id IS NOT NULL)),
        CHECK (source = 'here' OR institution <> ''),
        CONSTRAINT prior_diagnosis_hospital_id UNIQUE (hospital_id, id),
        CONSTRAINT prior_diagnosis_patient_id_hospital_fkey
          FOREIGN KEY (hospital_id, patient_id) REFERENCES patient (hospital_id, id),
        CONSTRAINT prior_diagnosis_visit_id_hospital_fkey
          FOREIGN KEY (hospital_id, visit_id) REFERENCES visit (hospital_id, id),
        CONSTRAINT prior_diagnosis_earlier_visit_id_hospital_fkey
          FOREIGN KEY (hospital_id, earlier_visit_id) REFERENCES visit (hospital_id, id),
        CONSTRAINT prior_diagnosis_account_id_hospital_fkey
          FOREIGN KEY (hospital_id, account_id) REFERENCES account (hospital_id, id)
      );
      CREATE UNIQUE INDEX prior_diagnosis_of_visit ON prior_diagnosis (visit_id, earlier_visit_id) NULLS NOT DISTINCT;
      CREATE INDEX prior_diagnosis_patient ON prior_diagnosis (patient_id);
      CREATE INDEX prior_diagnosis_earlier_visit ON prior_diagnosis (earlier_visit_id) WHERE earlier_visit_id IS NOT NULL;

      -- The rows of one version are one statement; the last version counts.
      CREATE TABLE visit_basis (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL,
        visit_id uuid NOT NULL,
        version int NOT NULL CHECK (version > 0),
        verdict text NOT NULL CHECK (verdict IN ('follow-up', 'first-visit', 'withdrawn')),
        evidence_id uuid,
        code text,
        title jsonb,
        -- The rule under which it was stated, and its limit at that time.
        rule text NOT NULL,
        max_age_days int NOT NULL,
        account_id uuid NOT NULL,
        stated_at timestamptz NOT NULL,
        CHECK (num_nonnulls(evidence_id, code, title) = CASE verdict WHEN 'follow-up' THEN 3 ELSE 0 END),
        CONSTRAINT visit_basis_patient_id_hospital_fkey
          FOREIGN KEY (hospital_id, patient_id) REFERENCES patient (hospital_id, id),
        CONSTRAINT visit_basis_visit_id_hospital_fkey
          FOREIGN KEY (hospital_id, visit_id) REFERENCES visit (hospital_id, id),
        CONSTRAINT visit_basis_evidence_id_hospital_fkey
          FOREIGN KEY (hospital_id, evidence_id) REFERENCES prior_diagnosis (hospital_id, id),
        CONSTRAINT visit_basis_account_id_hospital_fkey
          FOREIGN KEY (hospital_id, account_id) REFERENCES account (hospital_id, id)
      );
      CREATE UNIQUE INDEX visit_basis_of_visit ON visit_basis (visit_id, version, code) NULLS NOT DISTINCT;
      CREATE INDEX visit_basis_patient ON visit_basis (patient_id);
      CREATE INDEX visit_basis_evidence ON visit_basis (evidence_id) WHERE evidence_id IS NOT NULL;

      -- Which version of the statement a prescription was signed on; null for none, and for prescriptions older than it.
      ALTER TABLE prescription ADD COLUMN basis_version int;

      CREATE FUNCTION refuse_basis_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        RAISE EXCEPTION 'evidence and statements are only ever added' USING ERRCODE = 'integrity_constraint_violation';
      END $$;

      -- Evidence and statements are of one patient, whose are the visits too.
      CREATE FUNCTION refuse_basis_of_another() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF TG_TABLE_NAME = 'prior_diagnosis' THEN
          IF NEW.earlier_visit_id = NEW.visit_id OR EXISTS (
            SELECT 1 FROM visit v WHERE v.id IN (NEW.visit_id, NEW.earlier_visit_id) AND v.patient_id <> NEW.patient_id
          ) THEN
            RAISE EXCEPTION 'evidence is of another patient' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
        ELSIF EXISTS (SELECT 1 FROM visit v WHERE v.id = NEW.visit_id AND v.patient_id <> NEW.patient_id)
          OR EXISTS (SELECT 1 FROM prior_diagnosis e WHERE e.id = NEW.evidence_id AND e.visit_id <> NEW.visit_id) THEN
          RAISE EXCEPTION 'evidence is of another visit' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
    `);
    for (const table of ['prior_diagnosis', 'visit_basis']) {
      await runner.query(`
        CREATE TRIGGER ${table}_is_final BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_basis_change();
        CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table}
          FOR EACH ROW WHEN (NOT forgetting_record()) EXECUTE FUNCTION refuse_basis_change();
        CREATE TRIGGER ${table}_is_of_the_patient BEFORE INSERT ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_basis_of_another();
      `);
    }
    await enableTenancy(runner, { prior_diagnosis: 'SELECT, INSERT', visit_basis: 'SELECT, INSERT' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
