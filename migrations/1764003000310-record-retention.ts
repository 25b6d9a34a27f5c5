import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/**
 * Records of care are taken away fifteen years after the last visit, as a whole, by a function of the tables’ owner alone; a record that is
 * held is not. What was forgotten is told as counts. Rollups, domain events and the audit stay: they name nobody.
 */
export class RecordRetention1764003000310 implements MigrationInterface {
  readonly name = 'RecordRetention1764003000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A record under dispute is kept, whatever its age, until the hold is lifted. Holds are added to, and lifted once.
      CREATE TABLE record_hold (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        reason text NOT NULL CHECK (reason <> ''),
        placed_by uuid NOT NULL REFERENCES account,
        placed_at timestamptz NOT NULL,
        lifted_by uuid REFERENCES account,
        lifted_at timestamptz,
        lift_reason text,
        CHECK (num_nulls(lifted_by, lifted_at, lift_reason) IN (0, 3))
      );
      CREATE UNIQUE INDEX record_hold_open ON record_hold (patient_id) WHERE lifted_at IS NULL;
      CREATE INDEX record_hold_list ON record_hold (hospital_id, placed_at DESC, id DESC);
    `);
    await enableTenancy(runner, { record_hold: 'SELECT, INSERT, UPDATE (lifted_by, lifted_at, lift_reason)' });
    await runner.query(`
      -- True within forget_records alone: the setting is made by it, and only the owner of the tables counts, as whom it runs.
      CREATE FUNCTION forgetting_record() RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(current_setting('app.forgetting', true) = 'on', false)
          AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'public.patient'::regclass)
      $$;

      -- Whatever refuses to delete a row of a record lets that function through, and nobody else.
      DO $$ DECLARE guard record; BEGIN
        FOR guard IN
          SELECT t.tgname AS name, t.tgrelid::regclass AS target, pg_get_triggerdef(t.oid) AS definition
          FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'public' AND NOT t.tgisinternal AND (t.tgtype & 8) > 0 AND (t.tgtype & 2) > 0
        LOOP
          IF guard.definition LIKE '% WHEN (%' THEN
            RAISE EXCEPTION 'trigger % has a condition already: say here how it is to let forgetting through', guard.name;
          END IF;
          EXECUTE format('DROP TRIGGER %I ON %s', guard.name, guard.target);
          EXECUTE replace(guard.definition, ' EXECUTE FUNCTION ', ' WHEN (NOT forgetting_record()) EXECUTE FUNCTION ');
        END LOOP;
      END $$;

      -- Deletes rows and before them everything that refers to them, by the foreign keys: a table that is added later is not forgotten
      -- here, since the database itself would refuse. Says how many rows went.
      CREATE FUNCTION forget_rows(target regclass, which text, depth int) RETURNS int LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE fk record; gone int; total int := 0;
      BEGIN
        IF depth > 8 THEN RAISE EXCEPTION 'the tables of a record refer to each other in a circle'; END IF;
        FOR fk IN
          SELECT c.conrelid::regclass AS child,
            (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY k(num, n)
             JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num) AS columns,
            (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.n) FROM unnest(c.confkey) WITH ORDINALITY k(num, n)
             JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num) AS keys
          FROM pg_constraint c WHERE c.contype = 'f' AND c.confrelid = target AND c.conrelid <> c.confrelid
        LOOP
          total := total + forget_rows(fk.child, format('(%s) IN (SELECT %s FROM %s WHERE %s)', fk.columns, fk.keys, target, which), depth + 1);
        END LOOP;
        EXECUTE format('DELETE FROM %s WHERE %s', target, which);
        GET DIAGNOSTICS gone = ROW_COUNT;
        RETURN total + gone;
      END $$;
      REVOKE ALL ON FUNCTION forget_rows FROM PUBLIC;

      -- Forgets at most so many records of the transaction’s hospital whose last visit ended fifteen years before (or longer ago, where the
      -- hospital has decided so), unless they are held, somebody still acts in them, or an appointment lies ahead. The account of somebody who was
      -- a patient here and nothing else loses name and address; its row stays for what names it. Says how many records and rows.
      CREATE FUNCTION forget_records(as_of timestamptz, most int) RETURNS TABLE (records int, rows_gone int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE due uuid[]; holders uuid[]; years int; one uuid;
      BEGIN
        IF as_of > now() + interval '1 minute' THEN RAISE EXCEPTION 'nothing is forgotten before its time' USING ERRCODE = 'check_violation'; END IF;
        SELECT greatest(15, CASE WHEN jsonb_typeof(h.settings->'recordYears') = 'number' THEN (h.settings->>'recordYears')::numeric::int ELSE 15 END)
          INTO years FROM hospital h WHERE h.id = current_hospital();
        SELECT array_agg(id) INTO due FROM (
          SELECT p.id FROM patient p JOIN visit v ON v.patient_id = p.id
          WHERE p.hospital_id = current_hospital()
            AND NOT EXISTS (SELECT 1 FROM record_hold h WHERE h.patient_id = p.id AND h.lifted_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.patient_id = p.id AND a.status IN ('proposed', 'booked', 'checked-in'))
            AND NOT EXISTS (SELECT 1 FROM session s WHERE s.ended_at IS NULL AND s.expires_at > as_of
              AND (s.acting_patient_id = p.id OR s.account_id = p.account_id))
          GROUP BY p.id
          HAVING bool_and(v.status NOT IN ('planned', 'waiting', 'in-progress'))
            AND max(coalesce(v.ended_at, v.created_at)) < as_of - make_interval(years => years)
          ORDER BY p.id LIMIT most) AS old;
        records := coalesce(array_length(due, 1), 0);
        rows_gone := 0;
        IF records = 0 THEN RETURN NEXT; RETURN; END IF;
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
      REVOKE ALL ON FUNCTION forget_records FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION forget_records TO yunzhen_app;

      -- As before, but never of a time that has not come, and nothing of a record that is held.
      CREATE OR REPLACE FUNCTION forget_process_records(as_of timestamptz, most int)
        RETURNS TABLE (visits int, messages int, files int, call_events int, line_samples int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE due uuid[];
      BEGIN
        IF as_of > now() + interval '1 minute' THEN RAISE EXCEPTION 'nothing is forgotten before its time' USING ERRCODE = 'check_violation'; END IF;
        SELECT array_agg(id) INTO due FROM (
          SELECT v.id FROM visit v
          WHERE v.hospital_id = current_hospital() AND v.ended_at < as_of - interval '3 years'
            AND NOT EXISTS (SELECT 1 FROM record_hold h WHERE h.patient_id = v.patient_id AND h.lifted_at IS NULL)
            AND (EXISTS (SELECT 1 FROM chat_message m WHERE m.visit_id = v.id)
              OR EXISTS (SELECT 1 FROM chat_attachment a WHERE a.visit_id = v.id)
              OR EXISTS (SELECT 1 FROM call_event e WHERE e.visit_id = v.id)
              OR EXISTS (SELECT 1 FROM call_session s JOIN call_quality_sample q ON q.session_id = s.id WHERE s.visit_id = v.id))
          ORDER BY v.ended_at LIMIT most) AS old;
        visits := coalesce(array_length(due, 1), 0);
        DELETE FROM chat_attachment WHERE hospital_id = current_hospital() AND visit_id = ANY (due);
        GET DIAGNOSTICS files = ROW_COUNT;
        DELETE FROM chat_message WHERE hospital_id = current_hospital() AND visit_id = ANY (due);
        GET DIAGNOSTICS messages = ROW_COUNT;
        DELETE FROM call_event WHERE hospital_id = current_hospital() AND visit_id = ANY (due);
        GET DIAGNOSTICS call_events = ROW_COUNT;
        DELETE FROM call_quality_sample q USING call_session s
          WHERE q.hospital_id = current_hospital() AND s.id = q.session_id AND s.visit_id = ANY (due);
        GET DIAGNOSTICS line_samples = ROW_COUNT;
        RETURN NEXT;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
