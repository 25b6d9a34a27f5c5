import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/**
 * Each hospital has its nightly jobs in its own night, once. Retention knows by a time on the row what it has looked at, so a night reads what has
 * come due since the last one, and not every visit of the hospital.
 */
export class Nights1764003400020 implements MigrationInterface {
  readonly name = 'Nights1764003400020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The last night of a job in a hospital. The lease keeps a second process away while one works.
      CREATE TABLE nightly_run (
        hospital_id uuid NOT NULL REFERENCES hospital,
        job text NOT NULL,
        night timestamptz NOT NULL,
        leased_until timestamptz NOT NULL,
        finished_at timestamptz,
        PRIMARY KEY (hospital_id, job)
      );
    `);
    await enableTenancy(runner, { nightly_run: 'SELECT, INSERT, UPDATE' });
    await runner.query(`
      -- When chats and call records of the visit were deleted, or there were none left to delete.
      ALTER TABLE visit ADD COLUMN process_forgotten_at timestamptz;
      -- The record cannot come due before this time; then it is looked at again.
      ALTER TABLE patient ADD COLUMN record_due_at timestamptz NOT NULL DEFAULT '2000-01-01T00:00:00Z';

      -- The last nights of a job in all hospitals.
      CREATE FUNCTION nightly_runs(of_job text) RETURNS TABLE (hospital uuid, night timestamptz, leased_until timestamptz, finished_at timestamptz)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE one uuid;
      BEGIN
        IF current_hospital() IS DISTINCT FROM '00000000-0000-0000-0000-000000000000' THEN
          RAISE EXCEPTION 'nights of all hospitals are for the installation' USING ERRCODE = 'insufficient_privilege';
        END IF;
        BEGIN
          FOR one IN SELECT h.id FROM hospital h ORDER BY h.id LOOP
            PERFORM wall.enter(one);
            RETURN QUERY SELECT one, r.night, r.leased_until, r.finished_at FROM nightly_run r WHERE r.hospital_id = one AND r.job = of_job;
          END LOOP;
        -- A cancelled statement must not leave the seal of the hospital that it was in.
        EXCEPTION WHEN query_canceled OR OTHERS THEN
          PERFORM wall.leave();
          RAISE;
        END;
        PERFORM wall.leave();
      END $$;
      REVOKE ALL ON FUNCTION nightly_runs FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION nightly_runs TO yunzhen_app;

      -- As before, but each visit is looked at once. "visits" counts those without anything to delete as well.
      CREATE OR REPLACE FUNCTION forget_process_records(as_of timestamptz, most int)
        RETURNS TABLE (visits int, messages int, files int, call_events int, line_samples int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE due uuid[]; here uuid := current_hospital();
      BEGIN
        IF as_of > now() + interval '1 minute' THEN RAISE EXCEPTION 'nothing is forgotten before its time' USING ERRCODE = 'check_violation'; END IF;
        SELECT array_agg(id) INTO due FROM (
          SELECT v.id FROM visit v
          WHERE v.hospital_id = here AND v.process_forgotten_at IS NULL AND v.ended_at < as_of - interval '3 years'
            AND NOT EXISTS (SELECT 1 FROM record_hold h WHERE h.patient_id = v.patient_id AND h.lifted_at IS NULL)
          ORDER BY v.ended_at LIMIT most FOR UPDATE OF v SKIP LOCKED) AS old;
        visits := coalesce(array_length(due, 1), 0);
        DELETE FROM chat_attachment WHERE hospital_id = here AND visit_id = ANY (due);
        GET DIAGNOSTICS files = ROW_COUNT;
        DELETE FROM chat_message WHERE hospital_id = here AND visit_id = ANY (due);
        GET DIAGNOSTICS messages = ROW_COUNT;
        DELETE FROM call_event WHERE hospital_id = here AND visit_id = ANY (due);
        GET DIAGNOSTICS call_events = ROW_COUNT;
        DELETE FROM call_quality_sample q USING call_session s
          WHERE q.hospital_id = here AND s.id = q.session_id AND s.visit_id = ANY (due);
        GET DIAGNOSTICS line_samples = ROW_COUNT;
        UPDATE visit SET process_forgotten_at = as_of WHERE hospital_id = here AND id = ANY (due);
        RETURN NEXT;
      END $$;

      -- Of the transaction's hospital: of the records whose time may have come, forgets at most so many that are due. If none is, notes when each
      -- is looked at again: fifteen years after the last visit at the earliest, and at most thirty days on while only the hospital's own period
      -- keeps it. Records under a hold, in use or with an appointment ahead are passed over. "examined" is 0 when nothing is left to do.
      CREATE FUNCTION forget_due_records(as_of timestamptz, most int) RETURNS TABLE (records int, rows_gone int, examined int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        here uuid := current_hospital();
        law CONSTANT interval := interval '15 years';
        kept interval; candidates uuid[]; due uuid[]; holders uuid[]; one uuid;
      BEGIN
        IF as_of > now() + interval '1 minute' THEN RAISE EXCEPTION 'nothing is forgotten before its time' USING ERRCODE = 'check_violation'; END IF;
        SELECT make_interval(years => greatest(15, CASE WHEN jsonb_typeof(h.settings->'recordYears') = 'number'
          THEN (h.settings->>'recordYears')::numeric::int ELSE 15 END)) INTO kept FROM hospital h WHERE h.id = here;
        records := 0; rows_gone := 0; examined := 0;
        SELECT array_agg(id) INTO candidates FROM (
          SELECT p.id FROM patient p
          WHERE p.hospital_id = here AND p.record_due_at <= as_of
            AND NOT EXISTS (SELECT 1 FROM record_hold h WHERE h.patient_id = p.id AND h.lifted_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.patient_id = p.id AND a.status IN ('proposed', 'booked', 'checked-in'))
            AND NOT EXISTS (SELECT 1 FROM session s WHERE s.acting_patient_id = p.id AND s.ended_at IS NULL AND s.expires_at > as_of)
            AND NOT EXISTS (SELECT 1 FROM session s WHERE s.account_id = p.account_id AND s.ended_at IS NULL AND s.expires_at > as_of)
          ORDER BY p.record_due_at LIMIT greatest(most, 1000)) AS asked;
        IF candidates IS NULL THEN RETURN NEXT; RETURN; END IF;
        SELECT array_agg(id) INTO due FROM (
          SELECT c.id FROM unnest(candidates) AS c (id), LATERAL (
            SELECT max(coalesce(v.ended_at, v.created_at)) AS at, bool_or(v.status IN ('planned', 'waiting', 'in-progress')) AS is_open
            FROM visit v WHERE v.patient_id = c.id) AS care
          WHERE NOT care.is_open AND care.at < as_of - kept ORDER BY c.id LIMIT most) AS old;
        IF due IS NULL THEN
          UPDATE patient p SET record_due_at = again.at FROM (
            SELECT c.id, CASE
              WHEN care.at IS NULL THEN as_of + interval '1 year'
              WHEN care.at + law > as_of THEN care.at + law
              WHEN care.at + kept > as_of THEN least(care.at + kept, as_of + interval '30 days')
              ELSE as_of + interval '1 day' END AS at
            FROM unnest(candidates) AS c (id), LATERAL (SELECT max(coalesce(v.ended_at, v.created_at)) AS at FROM visit v WHERE v.patient_id = c.id) AS care
          ) AS again
          WHERE p.id = again.id AND p.id IN (SELECT k.id FROM patient k WHERE k.id = ANY (candidates) FOR UPDATE SKIP LOCKED);
          GET DIAGNOSTICS examined = ROW_COUNT;
          RETURN NEXT; RETURN;
        END IF;
        records := array_length(due, 1);
        examined := records;
        SELECT array_agg(a.id) INTO holders FROM account a JOIN patient p ON p.account_id = a.id
          WHERE p.id = ANY (due) AND a.roles = ARRAY['patient']
            AND NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.guardian_account_id = a.id AND g.state IN ('invited', 'active'));
        PERFORM set_config('app.forgetting', 'on', true);
        rows_gone := forget_rows('patient', format('id = ANY (%L::uuid[])', due), 0);
        FOREACH one IN ARRAY coalesce(holders, '{}') LOOP
          rows_gone := rows_gone + forget_rows('session', format('account_id = %L', one), 0)
            + forget_rows('notification', format('account_id = %L', one), 0);
          DELETE FROM message_delivery WHERE account_id = one;
          DELETE FROM one_time_code WHERE account_id = one;
          DELETE FROM idempotency_key WHERE account_id = one;
          UPDATE account SET email = one || '@forgotten.invalid', phone = NULL, display_name = '', display_name_latin = '',
            password_hash = '', status = 'disabled' WHERE id = one;
        END LOOP;
        PERFORM set_config('app.forgetting', 'off', true);
        RETURN NEXT;
      END $$;
      REVOKE ALL ON FUNCTION forget_due_records FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION forget_due_records TO yunzhen_app;

      -- For programs of the release before.
      CREATE OR REPLACE FUNCTION forget_records(as_of timestamptz, most int) RETURNS TABLE (records int, rows_gone int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        RETURN QUERY SELECT f.records, f.rows_gone FROM forget_due_records(as_of, most) f;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
