import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. What was done is only ever added. */
const tenantTables = {
  pharmacy: 'SELECT, INSERT, UPDATE',
  pharmacy_dispenser: 'SELECT, INSERT, UPDATE (withdrawn_at)',
  pharmacy_invitation: 'SELECT, INSERT, UPDATE (used_at, withdrawn_at)',
  dispensing_claim: 'SELECT, INSERT, UPDATE (ended_at, ended_as, end_reason)',
  dispense: 'SELECT, INSERT',
  dispensing_cancellation: 'SELECT, INSERT, UPDATE (answered_at, agreed, answer_note)',
  review_message: 'SELECT, INSERT',
};

/** Pharmacies and what they do with a prescription; the pharmacist’s checklist, questions to the doctor, and a claim that expires. */
export class Dispensing1764001500000 implements MigrationInterface {
  readonly name = 'Dispensing1764001500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pharmacy (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        name jsonb NOT NULL,
        kind text NOT NULL CHECK (kind IN ('own', 'outside')),
        phone text NOT NULL DEFAULT '',
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        -- The key of its counter: the public half finds the pharmacy, of the whole only a hash is kept.
        key_hash bytea,
        key_made_at timestamptz,
        counter_account_id uuid REFERENCES account
      );
      CREATE INDEX pharmacy_created ON pharmacy (hospital_id, created_at DESC, id DESC);

      -- Who works at the counter: people with an account of their own, and the account that the key opens.
      CREATE TABLE pharmacy_dispenser (
        account_id uuid PRIMARY KEY REFERENCES account,
        hospital_id uuid NOT NULL REFERENCES hospital,
        pharmacy_id uuid NOT NULL REFERENCES pharmacy,
        is_counter boolean NOT NULL DEFAULT false,
        added_at timestamptz NOT NULL,
        withdrawn_at timestamptz
      );
      CREATE INDEX pharmacy_dispenser_pharmacy ON pharmacy_dispenser (pharmacy_id);

      CREATE TABLE pharmacy_invitation (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        pharmacy_id uuid NOT NULL REFERENCES pharmacy,
        email text NOT NULL,
        name text NOT NULL,
        name_latin text NOT NULL DEFAULT '',
        secret_hash bytea NOT NULL,
        invited_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        withdrawn_at timestamptz
      );
      CREATE INDEX pharmacy_invitation_pharmacy ON pharmacy_invitation (pharmacy_id, invited_at DESC);

      CREATE TABLE dispensing_claim (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        prescription_id uuid NOT NULL REFERENCES prescription,
        pharmacy_id uuid NOT NULL REFERENCES pharmacy,
        account_id uuid NOT NULL REFERENCES account,
        claimed_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_as text CHECK (ended_as IN ('dispensed', 'released', 'cancelled', 'expired')),
        end_reason text,
        CHECK ((ended_at IS NULL) = (ended_as IS NULL))
      );
      -- The claim is exclusive: whatever the program does, the index lets one in.
      CREATE UNIQUE INDEX dispensing_claim_exclusive ON dispensing_claim (prescription_id) WHERE ended_at IS NULL;
      CREATE INDEX dispensing_claim_pharmacy ON dispensing_claim (pharmacy_id, claimed_at DESC, id DESC);

      CREATE TABLE dispense (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        number text NOT NULL,
        prescription_id uuid NOT NULL REFERENCES prescription,
        claim_id uuid NOT NULL REFERENCES dispensing_claim,
        pharmacy_id uuid NOT NULL REFERENCES pharmacy,
        account_id uuid NOT NULL REFERENCES account,
        dispensed_by text NOT NULL,
        dispensed_at timestamptz NOT NULL,
        lines jsonb NOT NULL,
        -- What the hospital signed of it (compact JWS).
        receipt text NOT NULL,
        UNIQUE (hospital_id, number)
      );
      CREATE INDEX dispense_prescription ON dispense (prescription_id, dispensed_at);

      CREATE TABLE dispensing_cancellation (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        prescription_id uuid NOT NULL REFERENCES prescription,
        claim_id uuid NOT NULL REFERENCES dispensing_claim,
        reason text NOT NULL,
        asked_at timestamptz NOT NULL,
        answered_at timestamptz,
        agreed boolean,
        answer_note text NOT NULL DEFAULT ''
      );
      CREATE UNIQUE INDEX dispensing_cancellation_open ON dispensing_cancellation (claim_id) WHERE answered_at IS NULL;
      CREATE INDEX dispensing_cancellation_prescription ON dispensing_cancellation (prescription_id, asked_at DESC);

      CREATE FUNCTION refuse_ended_claim_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.ended_at IS NOT NULL THEN
          RAISE EXCEPTION 'a claim ends once' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER dispensing_claim_ends_once BEFORE UPDATE ON dispensing_claim
        FOR EACH ROW EXECUTE FUNCTION refuse_ended_claim_change();

      CREATE INDEX prescription_running_out ON prescription (hospital_id, valid_until)
        WHERE status IN ('signed', 'under-review', 'approved', 'dispensing');

      ALTER TABLE review ADD COLUMN checklist jsonb;
      ALTER TABLE review ADD COLUMN held_until timestamptz;
      UPDATE review SET held_until = now() + interval '10 minutes' WHERE status = 'in-progress';

      -- What pharmacist and doctor said to each other about a prescription under review. Kept for ever.
      CREATE TABLE review_message (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        review_id uuid NOT NULL REFERENCES review,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        side text NOT NULL CHECK (side IN ('pharmacist', 'doctor')),
        text text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX review_message_review ON review_message (review_id, at, id);
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
