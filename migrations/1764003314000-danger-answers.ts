import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Answers to the page of danger signs, without which no visit enters the queue and no repeat request is sent. */
export class DangerAnswers1764003314000 implements MigrationInterface {
  readonly name = 'DangerAnswers1764003314000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE danger_answer (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        -- Before what it was given.
        visit_id uuid REFERENCES visit,
        prescription_id uuid REFERENCES prescription,
        page int NOT NULL CHECK (page > 0),
        shown text[] NOT NULL CHECK (cardinality(shown) > 0),
        -- Empty for "none of these".
        ticked text[] NOT NULL CHECK (ticked <@ shown),
        account_id uuid NOT NULL REFERENCES account,
        -- The account acted for the patient.
        acting boolean NOT NULL,
        answered_at timestamptz NOT NULL,
        CHECK (num_nonnulls(visit_id, prescription_id) = 1)
      );
      CREATE INDEX danger_answer_visit ON danger_answer (visit_id, answered_at) WHERE visit_id IS NOT NULL;
      CREATE INDEX danger_answer_prescription ON danger_answer (prescription_id, answered_at) WHERE prescription_id IS NOT NULL;
      CREATE INDEX danger_answer_patient ON danger_answer (patient_id);

      CREATE TRIGGER danger_answer_is_final BEFORE UPDATE ON danger_answer
        FOR EACH ROW EXECUTE FUNCTION refuse_given_intake_change();
      CREATE TRIGGER danger_answer_stays BEFORE DELETE ON danger_answer
        FOR EACH ROW WHEN (NOT forgetting_record()) EXECUTE FUNCTION refuse_given_intake_change();

      -- What counted at check-in and when the request was sent; null for what is older than the page.
      ALTER TABLE visit ADD COLUMN danger_answer jsonb;
      ALTER TABLE repeat_request ADD COLUMN danger_answer jsonb;
      CREATE TRIGGER danger_answer_of_visit_is_final BEFORE UPDATE OF danger_answer ON visit
        FOR EACH ROW WHEN (OLD.danger_answer IS NOT NULL AND NEW.danger_answer IS DISTINCT FROM OLD.danger_answer)
        EXECUTE FUNCTION refuse_given_intake_change();
      CREATE TRIGGER danger_answer_of_request_is_final BEFORE UPDATE OF danger_answer ON repeat_request
        FOR EACH ROW WHEN (NEW.danger_answer IS DISTINCT FROM OLD.danger_answer)
        EXECUTE FUNCTION refuse_given_intake_change();

      -- The database itself lets no visit into the queue without an answer.
      CREATE FUNCTION refuse_unasked_check_in() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        RAISE EXCEPTION 'no danger sign was asked about before check-in' USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER visit_is_asked_first BEFORE UPDATE OF status ON visit
        FOR EACH ROW WHEN (OLD.status = 'planned' AND NEW.status = 'waiting' AND NEW.danger_answer IS NULL)
        EXECUTE FUNCTION refuse_unasked_check_in();
    `);
    await enableTenancy(runner, { danger_answer: 'SELECT, INSERT' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
