import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  note_signature: 'SELECT, INSERT',
  note_addendum: 'SELECT, INSERT',
  note_snippet: 'SELECT, INSERT, UPDATE, DELETE',
  clinical_document: 'SELECT, INSERT, UPDATE',
  clinical_document_file: 'SELECT, INSERT',
};

/** Signatures of notes, what is added to signed ones, doctors’ snippets, and documents that are handed to the patient. */
export class NotesAndDocuments1764001100000 implements MigrationInterface {
  readonly name = 'NotesAndDocuments1764001100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The doctor’s signature over the note as canonical JSON.
      CREATE TABLE note_signature (
        visit_id uuid PRIMARY KEY REFERENCES note,
        hospital_id uuid NOT NULL REFERENCES hospital,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        jws text NOT NULL,
        certificate_pem text NOT NULL,
        signed_at timestamptz NOT NULL
      );

      -- What was added after the signature, each signed separately over the digest of the note’s signature.
      CREATE TABLE note_addendum (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES note,
        number int NOT NULL CHECK (number > 0),
        text text NOT NULL,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        jws text NOT NULL,
        certificate_pem text NOT NULL,
        at timestamptz NOT NULL,
        UNIQUE (visit_id, number)
      );

      -- Whoever asks: versions, signatures and addenda stay as they were written.
      CREATE FUNCTION refuse_change_of_what_is_written() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a row of % never changes', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER note_version_is_final BEFORE UPDATE OR DELETE ON note_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_is_written();
      CREATE TRIGGER note_signature_is_final BEFORE UPDATE OR DELETE ON note_signature
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_is_written();
      CREATE TRIGGER note_addendum_is_final BEFORE UPDATE OR DELETE ON note_addendum
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_is_written();

      -- A doctor’s own phrases, typed by a short trigger.
      CREATE TABLE note_snippet (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        trigger text NOT NULL,
        text text NOT NULL,
        version int NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL,
        UNIQUE (practitioner_id, trigger)
      );

      -- Sick notes, referral letters, after-visit summaries. What was signed is kept as it was signed.
      CREATE TABLE clinical_document (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        number text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('sick-note', 'referral', 'after-visit-summary')),
        visit_id uuid NOT NULL REFERENCES visit,
        patient_id uuid NOT NULL REFERENCES patient,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        status text NOT NULL CHECK (status IN ('draft', 'discarded', 'signed', 'revoked')),
        version int NOT NULL,
        content jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        signed_payload text,
        jws text,
        certificate_pem text,
        signed_at timestamptz,
        secret_hash bytea,
        secret_sealed text,
        revoked_at timestamptz,
        revoke_reason text,
        UNIQUE (hospital_id, number),
        CHECK ((status IN ('signed', 'revoked')) = (signed_at IS NOT NULL)),
        CHECK ((signed_at IS NULL) = (jws IS NULL) AND (signed_at IS NULL) = (signed_payload IS NULL)
          AND (signed_at IS NULL) = (certificate_pem IS NULL) AND (signed_at IS NULL) = (secret_hash IS NULL)
          AND (signed_at IS NULL) = (secret_sealed IS NULL)),
        CHECK ((status = 'revoked') = (revoked_at IS NOT NULL) AND (status = 'revoked') = (revoke_reason IS NOT NULL))
      );
      CREATE INDEX clinical_document_visit ON clinical_document (visit_id, created_at);

      -- The signed PDFs, one for each language and paper; a digest tells an unchanged copy.
      CREATE TABLE clinical_document_file (
        document_id uuid NOT NULL REFERENCES clinical_document,
        locale text NOT NULL,
        paper text NOT NULL CHECK (paper IN ('A4', 'A5')),
        hospital_id uuid NOT NULL REFERENCES hospital,
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL,
        sealed_at timestamptz NOT NULL,
        PRIMARY KEY (document_id, locale, paper)
      );
      CREATE INDEX clinical_document_file_digest ON clinical_document_file (sha256);

      CREATE FUNCTION refuse_signed_document_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'a document is never deleted' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF OLD.status = 'revoked' OR OLD.status = 'discarded' OR (OLD.signed_at IS NOT NULL AND (
          NEW.status <> 'revoked'
          OR NEW.content IS DISTINCT FROM OLD.content OR NEW.kind IS DISTINCT FROM OLD.kind
          OR NEW.number IS DISTINCT FROM OLD.number OR NEW.visit_id IS DISTINCT FROM OLD.visit_id
          OR NEW.patient_id IS DISTINCT FROM OLD.patient_id OR NEW.practitioner_id IS DISTINCT FROM OLD.practitioner_id
          OR NEW.hospital_id IS DISTINCT FROM OLD.hospital_id OR NEW.version IS DISTINCT FROM OLD.version
          OR NEW.signed_payload IS DISTINCT FROM OLD.signed_payload OR NEW.jws IS DISTINCT FROM OLD.jws
          OR NEW.certificate_pem IS DISTINCT FROM OLD.certificate_pem OR NEW.signed_at IS DISTINCT FROM OLD.signed_at
          OR NEW.secret_hash IS DISTINCT FROM OLD.secret_hash OR NEW.secret_sealed IS DISTINCT FROM OLD.secret_sealed)) THEN
          RAISE EXCEPTION 'a signed document is never edited' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER clinical_document_is_final BEFORE UPDATE OR DELETE ON clinical_document
        FOR EACH ROW EXECUTE FUNCTION refuse_signed_document_change();
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
