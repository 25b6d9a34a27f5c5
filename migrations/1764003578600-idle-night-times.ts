import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A false time cannot finish a night early: `finish_idle_nights` accepts only the present and the last two days, and nights that began in the two days
 * before. What came due within two days is done a night later at most.
 */
export class IdleNightTimes1764003578600 implements MigrationInterface {
  readonly name = 'IdleNightTimes1764003578600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Notes the night of a job as finished in those of these hospitals where it has nothing to do, and returns them. Each hospital is entered in
      -- turn and left. One whose rows fail or are locked, or whose night is none of the last two days, is not returned: the job goes there itself.
      CREATE OR REPLACE FUNCTION finish_idle_nights(of_job text, hospitals uuid[], nights timestamptz[], as_of timestamptz) RETURNS SETOF uuid
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '100ms' AS $$
      DECLARE one record;
      BEGIN
        IF current_hospital() IS DISTINCT FROM '00000000-0000-0000-0000-000000000000' THEN
          RAISE EXCEPTION 'nights of all hospitals are for the installation' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF (as_of BETWEEN now() - interval '2 days' AND now() + interval '1 minute') IS NOT TRUE THEN
          RAISE EXCEPTION 'no night ends in the future or long ago' USING ERRCODE = 'check_violation';
        END IF;
        BEGIN
          FOR one IN SELECT h.id, given.night FROM unnest(hospitals, nights) AS given (id, night) JOIN hospital h ON h.id = given.id
            WHERE h.move_state IS NULL AND given.night BETWEEN as_of - interval '2 days' AND as_of ORDER BY h.id LOOP
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
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
