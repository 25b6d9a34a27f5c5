import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** What patients answer before a visit: drafts that follow them from device to device, pictures, and answers that do not change once given. */
export class Intake1764003100000 implements MigrationInterface {
  readonly name = 'Intake1764003100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of a visit before check-in, or of an appointment before its visit; the same draft when the appointment has become the visit.
      CREATE TABLE intake_draft (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        visit_id uuid UNIQUE REFERENCES visit,
        appointment_id uuid UNIQUE REFERENCES appointment,
        -- 0 before the first save.
        version int NOT NULL CHECK (version >= 0),
        content jsonb,
        updated_at timestamptz NOT NULL,
        CHECK ((version = 0) = (content IS NULL)),
        CHECK (num_nonnulls(visit_id, appointment_id) > 0)
      );
      CREATE INDEX intake_draft_old ON intake_draft (hospital_id, updated_at);
      CREATE INDEX intake_draft_patient ON intake_draft (patient_id);

      CREATE TABLE intake_picture (
        id uuid NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        -- Until check-in of the draft, from then on of the visit.
        draft_id uuid REFERENCES intake_draft,
        visit_id uuid REFERENCES visit,
        question text NOT NULL,
        uploader_account_id uuid NOT NULL REFERENCES account,
        type text NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
        width int NOT NULL,
        height int NOT NULL,
        -- Of the bytes as they came, to know a repeat; pictures are kept re-encoded.
        received_sha256 bytea NOT NULL,
        content bytea NOT NULL,
        uploaded_at timestamptz NOT NULL,
        PRIMARY KEY (patient_id, id),
        CHECK (num_nonnulls(draft_id, visit_id) = 1)
      );
      ALTER TABLE intake_picture ALTER COLUMN content SET STORAGE EXTERNAL;
      CREATE INDEX intake_picture_draft ON intake_picture (draft_id) WHERE draft_id IS NOT NULL;
      CREATE INDEX intake_picture_visit ON intake_picture (visit_id) WHERE visit_id IS NOT NULL;

      CREATE FUNCTION refuse_given_intake_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what was given before a visit never changes' USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER given_intake_picture_is_final BEFORE UPDATE ON intake_picture
        FOR EACH ROW WHEN (OLD.visit_id IS NOT NULL) EXECUTE FUNCTION refuse_given_intake_change();
      CREATE TRIGGER given_intake_picture_stays BEFORE DELETE ON intake_picture
        FOR EACH ROW WHEN (OLD.visit_id IS NOT NULL AND NOT forgetting_record()) EXECUTE FUNCTION refuse_given_intake_change();
      CREATE TRIGGER given_intake_is_final BEFORE UPDATE OF intake ON visit
        FOR EACH ROW WHEN (OLD.intake IS NOT NULL AND NEW.intake IS DISTINCT FROM OLD.intake) EXECUTE FUNCTION refuse_given_intake_change();
    `);
    await enableTenancy(runner, {
      intake_draft: 'SELECT, INSERT, UPDATE (visit_id, version, content, updated_at), DELETE',
      intake_picture: 'SELECT, INSERT, UPDATE (draft_id, visit_id), DELETE',
    });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
