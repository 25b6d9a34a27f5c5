import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hospitals where a nightly job has nothing to do are noted in one statement, so that it goes only to the others. */
export class IdleNights1764003578400 implements MigrationInterface {
  readonly name = 'IdleNights1764003578400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether a nightly job could have something to do in the hospital that the transaction has entered. It may return true without need, never
      -- false with work due: the job checks once more. Uses indexes only.
      CREATE FUNCTION hospital_has_night_work(of_job text, hospital uuid, as_of timestamptz) RETURNS boolean
        LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF of_job = 'forget-process-records' THEN
          RETURN EXISTS (SELECT 1 FROM visit v
            WHERE v.hospital_id = hospital AND v.process_forgotten_at IS NULL AND v.ended_at < as_of - interval '3 years');
        ELSIF of_job = 'forget-records' THEN
          RETURN EXISTS (SELECT 1 FROM patient p WHERE p.hospital_id = hospital AND p.record_due_at <= as_of);
        ELSIF of_job = 'pack-call-quality' THEN
          RETURN EXISTS (SELECT 1 FROM call_session s
            WHERE s.hospital_id = hospital AND s.quality_packed_at IS NULL AND s.closed_at < as_of - interval '1 day');
        END IF;
        RETURN true;
      END $$;
      REVOKE ALL ON FUNCTION hospital_has_night_work FROM PUBLIC;

      -- Notes the night of a job as finished in those of these hospitals where it has nothing to do, and returns them. Each hospital is entered in
      -- turn and left. One whose rows fail or are locked is not returned: the job fails there, alone, and reports it.
      CREATE FUNCTION finish_idle_nights(of_job text, hospitals uuid[], nights timestamptz[], as_of timestamptz) RETURNS SETOF uuid
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '100ms' AS $$
      DECLARE one record;
      BEGIN
        IF current_hospital() IS DISTINCT FROM '00000000-0000-0000-0000-000000000000' THEN
          RAISE EXCEPTION 'nights of all hospitals are for the installation' USING ERRCODE = 'insufficient_privilege';
        END IF;
        BEGIN
          FOR one IN SELECT h.id, given.night FROM unnest(hospitals, nights) AS given (id, night) JOIN hospital h ON h.id = given.id
            WHERE h.move_state IS NULL ORDER BY h.id LOOP
            BEGIN
              PERFORM wall.enter(one.id);
              IF NOT hospital_has_night_work(of_job, one.id, as_of) THEN
                INSERT INTO nightly_run AS last (hospital_id, job, night, leased_until, finished_at)
                  VALUES (one.id, of_job, one.night, as_of, as_of)
                  ON CONFLICT (hospital_id, job) DO UPDATE
                    SET night = excluded.night, leased_until = excluded.leased_until, finished_at = excluded.finished_at
                    WHERE last.night < excluded.night OR last.night > as_of OR (last.finished_at IS NULL AND last.leased_until <= as_of);
                RETURN NEXT one.id;
              END IF;
            EXCEPTION WHEN OTHERS THEN
              NULL;
            END;
          END LOOP;
        -- A cancelled statement must not leave the seal of the hospital that it was in.
        EXCEPTION WHEN query_canceled OR OTHERS THEN
          PERFORM wall.leave();
          RAISE;
        END;
        PERFORM wall.leave();
      END $$;
      REVOKE ALL ON FUNCTION finish_idle_nights FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION finish_idle_nights TO yunzhen_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
