import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells the jobs of every minute in one statement which hospitals have something due, so that they go only there. */
export class HospitalsWithWork1764003400010 implements MigrationInterface {
  readonly name = 'HospitalsWithWork1764003400010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether a job could have something to do in the hospital that the transaction has entered. It may return true
      -- without need, never false with work due: the job checks once more. Uses indexes only.
      CREATE FUNCTION hospital_has_work(job text, hospital uuid, as_of timestamptz) RETURNS boolean
        LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF job = 'tend-waiting-rooms' THEN
          RETURN
            -- Seen, but without an open page, or the other way round.
            EXISTS (SELECT 1 FROM visit v JOIN patient p ON p.id = v.patient_id LEFT JOIN visit_attendance t ON t.visit_id = v.id
              WHERE v.hospital_id = hospital AND v.status = 'waiting' AND p.account_id IS NOT NULL
                AND (t.unseen_since IS NOT NULL) = EXISTS (SELECT 1 FROM open_page o JOIN api_process a ON a.id = o.process_id
                  WHERE o.account_id = p.account_id AND a.beat_at > clock_timestamp() - interval '15 seconds'))
            OR EXISTS (SELECT 1 FROM practitioner pr LEFT JOIN practitioner_presence s ON s.practitioner_id = pr.id
              WHERE pr.hospital_id = hospital AND pr.on_duty
                AND (s.unseen_since IS NOT NULL) = EXISTS (SELECT 1 FROM open_page o JOIN api_process a ON a.id = o.process_id
                  WHERE o.account_id = pr.account_id AND a.beat_at > clock_timestamp() - interval '15 seconds'))
            -- The doctor is gone, or is back.
            OR EXISTS (SELECT 1 FROM visit v JOIN practitioner pr ON pr.id = v.practitioner_id
              WHERE v.hospital_id = hospital AND v.status IN ('planned', 'waiting', 'in-progress')
                AND (v.doctor_gone_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM account d
                  WHERE d.id = pr.account_id AND d.status = 'active' AND 'doctor' = ANY (d.roles))))
            -- An absent patient whose turn may have come or whose place may have ended; a booked time that has passed.
            OR EXISTS (SELECT 1 FROM visit v LEFT JOIN visit_attendance t ON t.visit_id = v.id
              WHERE v.hospital_id = hospital AND v.status = 'waiting' AND (
                (t.away_from IS NOT NULL OR t.unseen_since IS NOT NULL) AND (t.called_at IS NULL OR t.kept_until < as_of)
                OR v.booked_for <= as_of AND t.late_told_at IS NULL));
        ELSIF job = 'tend-appointments' THEN
          RETURN EXISTS (SELECT 1 FROM appointment a WHERE a.hospital_id = hospital AND a.status = 'proposed' AND a.hold_until <= as_of)
            OR EXISTS (SELECT 1 FROM appointment a WHERE a.hospital_id = hospital AND a.status = 'booked' AND a.starts_at < as_of)
            OR EXISTS (SELECT 1 FROM appointment a WHERE a.hospital_id = hospital AND a.status = 'booked'
              AND a.starts_at >= as_of AND a.starts_at <= as_of + interval '1 day'
              AND (a.day_reminder_at IS NULL AND a.booked_at <= a.starts_at - interval '1 day'
                OR a.hour_reminder_at IS NULL AND a.starts_at <= as_of + interval '1 hour' AND a.booked_at <= a.starts_at - interval '1 hour'))
            OR EXISTS (SELECT 1 FROM practitioner pr JOIN appointment a ON a.practitioner_id = pr.id
              WHERE pr.hospital_id = hospital AND a.status = 'booked' AND a.starts_at > as_of AND a.visit_id IS NULL
                AND a.doctor_gone_told_at IS NULL AND NOT EXISTS (SELECT 1 FROM account d
                  WHERE d.id = pr.account_id AND d.status = 'active' AND 'doctor' = ANY (d.roles)));
        ELSIF job = 'roll-up-figures' THEN
          RETURN EXISTS (SELECT 1 FROM figure_pending f WHERE f.hospital_id = hospital);
        ELSIF job = 'deliver-due-messages' THEN
          RETURN EXISTS (SELECT 1 FROM notification n WHERE n.hospital_id = hospital AND NOT n.told AND n.visible_at <= as_of)
            OR EXISTS (SELECT 1 FROM message_delivery d WHERE d.hospital_id = hospital AND d.settled_at IS NULL AND d.due_at <= as_of);
        ELSIF job = 'expire-prescriptions' THEN
          RETURN EXISTS (SELECT 1 FROM prescription p WHERE p.hospital_id = hospital
            AND p.status IN ('signed', 'under-review', 'approved', 'dispensing') AND p.valid_until <= as_of);
        ELSIF job = 'return-abandoned-reviews' THEN
          RETURN EXISTS (SELECT 1 FROM review r WHERE r.hospital_id = hospital AND r.status IN ('requested', 'in-progress')
            AND r.status = 'in-progress' AND r.held_until <= as_of);
        ELSIF job = 'seal-audit-chains' THEN
          RETURN NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.hospital_id = hospital
            -- The ids of transactions begin again in a restored database.
            AND c.unsealed_from <= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.hospital_id = hospital AND e.written_in >= c.unsealed_from)
            AND NOT EXISTS (SELECT 1 FROM domain_event e WHERE e.hospital_id = hospital AND e.written_in >= c.unsealed_from));
        END IF;
        RETURN true;
      END $$;
      REVOKE ALL ON FUNCTION hospital_has_work FROM PUBLIC;

      -- Each hospital is entered in turn and left. One whose rows fail counts as having work: the job fails there, alone, and reports it.
      CREATE FUNCTION hospitals_with_work(job text, as_of timestamptz) RETURNS SETOF uuid
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        one uuid;
        due boolean;
      BEGIN
        IF current_hospital() IS DISTINCT FROM '00000000-0000-0000-0000-000000000000' THEN
          RAISE EXCEPTION 'work of all hospitals is for the installation' USING ERRCODE = 'insufficient_privilege';
        END IF;
        BEGIN
          FOR one IN SELECT h.id FROM hospital h ORDER BY h.id LOOP
            BEGIN
              PERFORM wall.enter(one);
              due := hospital_has_work(job, one, as_of);
            EXCEPTION WHEN OTHERS THEN
              due := true;
            END;
            IF due THEN RETURN NEXT one; END IF;
          END LOOP;
        -- A cancelled statement must not leave the seal of the hospital that it was in.
        EXCEPTION WHEN query_canceled OR OTHERS THEN
          PERFORM wall.leave();
          RAISE;
        END;
        PERFORM wall.leave();
      END $$;
      -- How many patients wait in each hospital, and for how many seconds the first of them; null where the rows fail.
      CREATE FUNCTION waiting_patients(as_of timestamptz) RETURNS TABLE (hospital uuid, patients int, longest double precision)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE one uuid;
      BEGIN
        IF current_hospital() IS DISTINCT FROM '00000000-0000-0000-0000-000000000000' THEN
          RAISE EXCEPTION 'the patients of all hospitals are for the installation' USING ERRCODE = 'insufficient_privilege';
        END IF;
        BEGIN
          FOR one IN SELECT h.id FROM hospital h ORDER BY h.id LOOP
            BEGIN
              PERFORM wall.enter(one);
              RETURN QUERY SELECT one, count(*)::int,
                greatest(0, coalesce(extract(epoch FROM as_of - min(greatest(v.checked_in_at, v.booked_for))), 0))::float8
                FROM visit v WHERE v.hospital_id = one AND v.status = 'waiting';
            EXCEPTION WHEN OTHERS THEN
              RETURN QUERY SELECT one, NULL::int, NULL::float8;
            END;
          END LOOP;
        -- A cancelled statement must not leave the seal of the hospital that it was in.
        EXCEPTION WHEN query_canceled OR OTHERS THEN
          PERFORM wall.leave();
          RAISE;
        END;
        PERFORM wall.leave();
      END $$;
      REVOKE ALL ON FUNCTION hospitals_with_work, waiting_patients FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION hospitals_with_work, waiting_patients TO yunzhen_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
