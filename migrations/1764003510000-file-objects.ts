import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Files may be in an object store: the row then has the object, and what opens it, in place of the bytes. */
export class FileObjects1764003510000 implements MigrationInterface {
  readonly name = 'FileObjects1764003510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Objects to remove, each from the time when it is due. Before an object is stored its removal is scheduled for the next day; the
      -- transaction that stores the file's row cancels it. So no object without a row stays.
      CREATE TABLE object_removal (
        hospital_id uuid NOT NULL REFERENCES hospital,
        key text NOT NULL,
        due_at timestamptz NOT NULL,
        PRIMARY KEY (hospital_id, key)
      );
      CREATE INDEX object_removal_due ON object_removal (hospital_id, due_at);

      ALTER TABLE chat_attachment ALTER COLUMN content DROP NOT NULL, ADD COLUMN object jsonb,
        ADD CONSTRAINT chat_attachment_place CHECK (num_nonnulls(content, object) = 1) NOT VALID;
      ALTER TABLE chart_document ALTER COLUMN content DROP NOT NULL, ADD COLUMN object jsonb,
        ADD CONSTRAINT chart_document_place CHECK (num_nonnulls(content, object) = 1) NOT VALID;
      ALTER TABLE intake_picture ALTER COLUMN content DROP NOT NULL, ADD COLUMN object jsonb,
        ADD CONSTRAINT intake_picture_place CHECK (num_nonnulls(content, object) = 1) NOT VALID;
      ALTER TABLE prescription_document ALTER COLUMN bytes DROP NOT NULL, ADD COLUMN object jsonb,
        ADD CONSTRAINT prescription_document_place CHECK (num_nonnulls(bytes, object) = 1) NOT VALID;
      ALTER TABLE clinical_document_file ALTER COLUMN bytes DROP NOT NULL, ADD COLUMN object jsonb,
        ADD CONSTRAINT clinical_document_file_place CHECK (num_nonnulls(bytes, object) = 1) NOT VALID;

      -- Whatever deletes the row (a person, retention, the closing of an account), its object follows.
      CREATE FUNCTION schedule_object_removal() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.object->>'key' IS NOT DISTINCT FROM OLD.object->>'key' THEN RETURN NULL; END IF;
        INSERT INTO object_removal (hospital_id, key, due_at) VALUES (OLD.hospital_id, OLD.object->>'key', now()) ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER chat_attachment_object AFTER UPDATE OF object OR DELETE ON chat_attachment
        FOR EACH ROW WHEN (OLD.object IS NOT NULL) EXECUTE FUNCTION schedule_object_removal();
      CREATE TRIGGER chart_document_object AFTER UPDATE OF object OR DELETE ON chart_document
        FOR EACH ROW WHEN (OLD.object IS NOT NULL) EXECUTE FUNCTION schedule_object_removal();
      CREATE TRIGGER intake_picture_object AFTER UPDATE OF object OR DELETE ON intake_picture
        FOR EACH ROW WHEN (OLD.object IS NOT NULL) EXECUTE FUNCTION schedule_object_removal();
      CREATE TRIGGER prescription_document_object AFTER UPDATE OF object OR DELETE ON prescription_document
        FOR EACH ROW WHEN (OLD.object IS NOT NULL) EXECUTE FUNCTION schedule_object_removal();
      CREATE TRIGGER clinical_document_file_object AFTER UPDATE OF object OR DELETE ON clinical_document_file
        FOR EACH ROW WHEN (OLD.object IS NOT NULL) EXECUTE FUNCTION schedule_object_removal();

      -- True when the owner of the tables moves the same bytes to another place. The app's role cannot.
      CREATE FUNCTION moves_file(old_bytes bytea, old_object jsonb, new_bytes bytea, new_object jsonb) RETURNS boolean
        LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'public.patient'::regclass)
          AND coalesce(old_object->>'sha256', encode(sha256(old_bytes), 'hex')) = coalesce(new_object->>'sha256', encode(sha256(new_bytes), 'hex'))
      $$;

      CREATE OR REPLACE FUNCTION refuse_sent_attachment_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.message_id IS NOT NULL
          -- As before: only the owner of the tables may delete it, in its function for retention.
          AND NOT (TG_OP = 'DELETE' AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID))
          AND NOT (TG_OP = 'UPDATE' AND (NEW.visit_id, NEW.id, NEW.hospital_id, NEW.uploader_account_id, NEW.type, NEW.width, NEW.height, NEW.received_sha256,
               NEW.uploaded_at, NEW.message_id, NEW.position, NEW.name)
            IS NOT DISTINCT FROM (OLD.visit_id, OLD.id, OLD.hospital_id, OLD.uploader_account_id, OLD.type, OLD.width, OLD.height,
               OLD.received_sha256, OLD.uploaded_at, OLD.message_id, OLD.position, OLD.name)
          AND moves_file(OLD.content, OLD.object, NEW.content, NEW.object)) THEN
          RAISE EXCEPTION 'a sent attachment never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;

      CREATE OR REPLACE FUNCTION refuse_chart_document_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.id, NEW.hospital_id, NEW.patient_id, NEW.recorded_by, NEW.recorded_by_account_id, NEW.recorded_at, NEW.type, NEW.received_sha256)
          IS DISTINCT FROM
          (OLD.id, OLD.hospital_id, OLD.patient_id, OLD.recorded_by, OLD.recorded_by_account_id, OLD.recorded_at, OLD.type, OLD.received_sha256)
          OR ((NEW.content, NEW.object) IS DISTINCT FROM (OLD.content, OLD.object)
            AND NOT moves_file(OLD.content, OLD.object, NEW.content, NEW.object)) THEN
          RAISE EXCEPTION 'an entry of a chart is not rewritten' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;

      CREATE OR REPLACE TRIGGER given_intake_picture_is_final BEFORE UPDATE ON intake_picture
        FOR EACH ROW WHEN (OLD.visit_id IS NOT NULL AND NOT (
          (NEW.id, NEW.hospital_id, NEW.patient_id, NEW.draft_id, NEW.visit_id, NEW.question, NEW.uploader_account_id, NEW.type, NEW.width,
           NEW.height, NEW.received_sha256, NEW.uploaded_at)
          IS NOT DISTINCT FROM
          (OLD.id, OLD.hospital_id, OLD.patient_id, OLD.draft_id, OLD.visit_id, OLD.question, OLD.uploader_account_id, OLD.type, OLD.width,
           OLD.height, OLD.received_sha256, OLD.uploaded_at)
          AND moves_file(OLD.content, OLD.object, NEW.content, NEW.object)))
        EXECUTE FUNCTION refuse_given_intake_change();
    `);
    await enableTenancy(runner, { object_removal: 'SELECT, INSERT, DELETE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
