import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Accounts that their holders want closed: asked for, taken back or carried out after a time to think it over. */
export class Closing1764003100210 implements MigrationInterface {
  readonly name = 'Closing1764003100210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account_closing (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        -- No reference: where nothing has to be kept the record goes with the account, and this stays.
        patient_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('asked', 'taken-back', 'done')),
        asked_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        ended_at timestamptz,
        -- Whether a record of care was left, until its own time is over.
        record_kept boolean,
        CHECK ((state = 'asked') = (ended_at IS NULL)),
        CHECK ((state = 'done') = (record_kept IS NOT NULL))
      );
      CREATE UNIQUE INDEX account_closing_open ON account_closing (account_id) WHERE state = 'asked';
      CREATE INDEX account_closing_due ON account_closing (hospital_id, due_at) WHERE state = 'asked';
      CREATE INDEX account_closing_patient ON account_closing (patient_id) WHERE state IN ('asked', 'done');
      CREATE INDEX account_closing_list ON account_closing (hospital_id, asked_at DESC, id DESC);

      -- Whose account is closed may come back as somebody new, and prove who they are again.
      ALTER TABLE patient ADD COLUMN closed_at timestamptz;
      DROP INDEX patient_proven_document;
      CREATE UNIQUE INDEX patient_proven_document ON patient (hospital_id, identity_digest)
        WHERE identity_verified_at IS NOT NULL AND closed_at IS NULL;

      -- Nothing new begins for somebody who is going. Whoever asks to go holds the patient's row, and is waited for here before looking.
      CREATE FUNCTION refuse_while_closing() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM patient WHERE id = NEW.patient_id FOR KEY SHARE;
        IF EXISTS (SELECT 1 FROM account_closing WHERE patient_id = NEW.patient_id AND state IN ('asked', 'done')) THEN
          RAISE EXCEPTION 'the account is closing' USING ERRCODE = 'YZ001', CONSTRAINT = 'account.closing';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER visit_not_while_closing BEFORE INSERT ON visit FOR EACH ROW EXECUTE FUNCTION refuse_while_closing();
      CREATE TRIGGER appointment_not_while_closing BEFORE INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION refuse_while_closing();
      CREATE TRIGGER waitlist_not_while_closing BEFORE INSERT ON waitlist_entry FOR EACH ROW EXECUTE FUNCTION refuse_while_closing();
    `);
    await enableTenancy(runner, { account_closing: 'SELECT, INSERT, UPDATE (state, ended_at, record_kept)' });
    await runner.query(`
      -- Takes away what belongs to an account alone, once its time has come. What is a record of care stays; a record in which no care was
      -- given goes as a whole, unless it is held. Says whether a record is left, and how many rows went.
      CREATE FUNCTION close_account(closing uuid) RETURNS TABLE (record_kept boolean, rows_gone int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE leaving account_closing; part text;
      BEGIN
        SELECT * INTO leaving FROM account_closing c
          WHERE c.id = closing AND c.hospital_id = current_hospital() AND c.state = 'asked' AND c.due_at <= now() + interval '1 minute' FOR UPDATE;
        IF NOT FOUND THEN RAISE EXCEPTION 'nobody asked for it, or its time has not come' USING ERRCODE = 'check_violation'; END IF;
        rows_gone := 0;
        FOREACH part IN ARRAY ARRAY['record_export', 'notification', 'message_delivery', 'push_subscription', 'one_time_code', 'idempotency_key',
          'second_factor', 'sign_in_passkey', 'session']
        LOOP
          IF to_regclass('public.' || part) IS NOT NULL THEN
            rows_gone := rows_gone + forget_rows(part::regclass, format('account_id = %L', leaving.account_id), 0);
          END IF;
        END LOOP;
        IF to_regclass('public.intake_draft') IS NOT NULL THEN
          rows_gone := rows_gone + forget_rows('intake_draft'::regclass, format('patient_id = %L', leaving.patient_id), 0);
        END IF;
        UPDATE account SET email = id || '@closed.invalid', phone = NULL, email_confirmed_at = NULL, phone_confirmed_at = NULL,
          password_hash = '', wishes = '{}', message_channels = '{}', status = 'disabled', version = version + 1 WHERE id = leaving.account_id;
        UPDATE patient SET phone = NULL, closed_at = now() WHERE id = leaving.patient_id;
        record_kept := EXISTS (SELECT 1 FROM visit WHERE patient_id = leaving.patient_id)
          OR EXISTS (SELECT 1 FROM record_hold WHERE patient_id = leaving.patient_id);
        IF NOT record_kept THEN
          PERFORM set_config('app.forgetting', 'on', true);
          rows_gone := rows_gone + forget_rows('patient'::regclass, format('id = %L', leaving.patient_id), 0);
          PERFORM set_config('app.forgetting', 'off', true);
          UPDATE account SET display_name = '', display_name_latin = '' WHERE id = leaving.account_id;
        END IF;
        RETURN NEXT;
      END $$;
      REVOKE ALL ON FUNCTION close_account FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION close_account TO yunzhen_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
