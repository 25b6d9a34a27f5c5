import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closes what the first triggers left open: every member that was signed or printed, and the sealed documents themselves. */
export class SignedForGood1764000301000 implements MigrationInterface {
  readonly name = 'SignedForGood1764000301000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION refuse_signed_prescription_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'a prescription is never deleted' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF OLD.signed_at IS NOT NULL AND (
          NEW.status = 'draft'
          OR NEW.items IS DISTINCT FROM OLD.items OR NEW.diagnoses IS DISTINCT FROM OLD.diagnoses
          OR NEW.signed_payload IS DISTINCT FROM OLD.signed_payload OR NEW.signed_at IS DISTINCT FROM OLD.signed_at
          OR NEW.valid_until IS DISTINCT FROM OLD.valid_until OR NEW.created_at IS DISTINCT FROM OLD.created_at
          OR NEW.number IS DISTINCT FROM OLD.number OR NEW.visit_id IS DISTINCT FROM OLD.visit_id
          OR NEW.patient_id IS DISTINCT FROM OLD.patient_id OR NEW.practitioner_id IS DISTINCT FROM OLD.practitioner_id
          OR NEW.department_id IS DISTINCT FROM OLD.department_id OR NEW.hospital_id IS DISTINCT FROM OLD.hospital_id
          OR NEW.acknowledgements IS DISTINCT FROM OLD.acknowledgements OR NEW.safety IS DISTINCT FROM OLD.safety
          OR NEW.secret_hash IS DISTINCT FROM OLD.secret_hash OR NEW.secret_sealed IS DISTINCT FROM OLD.secret_sealed) THEN
          RAISE EXCEPTION 'a signed prescription is never edited' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;

      -- The row of a delete stands in OLD: without it a draft note could not be deleted, in silence.
      CREATE OR REPLACE FUNCTION refuse_signed_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'signed' THEN RAISE EXCEPTION 'a signed note never changes' USING ERRCODE = 'integrity_constraint_violation'; END IF;
        RETURN coalesce(NEW, OLD);
      END $$;

      REVOKE DELETE ON prescription_document FROM yunzhen_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
