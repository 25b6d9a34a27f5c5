import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** The samples of a call become one row for each participant a day after the visit. Nothing is lost. */
export class CallQualitySeries1764003563000 implements MigrationInterface {
  readonly name = 'CallQualitySeries1764003563000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The samples of a participant in one call session, in order of time: the n-th element of each array belongs to the n-th sample.
      -- after_ms: time of the sample since began_at. The others are columns of call_quality_sample.
      CREATE TABLE call_quality_series (
        hospital_id uuid NOT NULL REFERENCES hospital,
        session_id uuid NOT NULL,
        participant_id uuid NOT NULL,
        began_at timestamptz NOT NULL,
        after_ms int[] NOT NULL,
        span_ms int[] NOT NULL,
        frozen_ms int[] NOT NULL,
        kbps_received int[] NOT NULL,
        kbps_sent int[] NOT NULL,
        rtt_ms int[] NOT NULL,
        jitter_ms int[] NOT NULL,
        mos smallint[] NOT NULL,
        loss_received smallint[] NOT NULL,
        loss_sent smallint[] NOT NULL,
        concealed smallint[] NOT NULL,
        grade smallint[] NOT NULL,
        cause smallint[] NOT NULL,
        carried smallint[] NOT NULL,
        PRIMARY KEY (session_id, participant_id),
        CONSTRAINT call_quality_series_session_id_hospital_fkey FOREIGN KEY (hospital_id, session_id) REFERENCES call_session (hospital_id, id)
      );

      -- When the samples of the session were packed, or there were none. Later ones are dropped.
      ALTER TABLE call_session ADD COLUMN quality_packed_at timestamptz;
    `);
    // Only the function below writes it.
    await enableTenancy(runner, { call_quality_series: 'SELECT' });
    await runner.query(`
      -- Of the transaction's hospital: packs the samples of at most so many call sessions whose visit ended more than a day before, and deletes the
      -- call events that told of them, which only kept a report from being stored twice.
      CREATE FUNCTION pack_call_quality(as_of timestamptz, most int) RETURNS TABLE (sessions int, samples int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE here uuid := current_hospital(); due uuid[]; calls uuid[];
      BEGIN
        IF as_of > now() + interval '1 minute' THEN RAISE EXCEPTION 'nothing is packed before its time' USING ERRCODE = 'check_violation'; END IF;
        SELECT array_agg(id), array_agg(visit_id) INTO due, calls FROM (
          SELECT s.id, s.visit_id FROM call_session s JOIN visit v ON v.id = s.visit_id
          WHERE s.hospital_id = here AND s.quality_packed_at IS NULL AND s.closed_at < as_of - interval '1 day' AND v.ended_at < as_of - interval '1 day'
          ORDER BY s.closed_at LIMIT most FOR UPDATE OF s SKIP LOCKED) AS old;
        INSERT INTO call_quality_series (hospital_id, session_id, participant_id, began_at, after_ms, span_ms, frozen_ms, kbps_received, kbps_sent,
            rtt_ms, jitter_ms, mos, loss_received, loss_sent, concealed, grade, cause, carried)
          SELECT here, q.session_id, q.participant_id, min(q.at),
            array_agg(least(round(extract(epoch FROM q.at - q.first) * 1000), 2147483647)::int ORDER BY q.at), array_agg(q.span_ms ORDER BY q.at),
            array_agg(q.frozen_ms ORDER BY q.at), array_agg(q.kbps_received ORDER BY q.at), array_agg(q.kbps_sent ORDER BY q.at),
            array_agg(q.rtt_ms ORDER BY q.at), array_agg(q.jitter_ms ORDER BY q.at), array_agg(q.mos ORDER BY q.at),
            array_agg(q.loss_received ORDER BY q.at), array_agg(q.loss_sent ORDER BY q.at), array_agg(q.concealed ORDER BY q.at),
            array_agg(q.grade ORDER BY q.at), array_agg(q.cause ORDER BY q.at), array_agg(q.carried ORDER BY q.at)
          FROM (SELECT s.*, min(s.at) OVER (PARTITION BY s.session_id, s.participant_id) AS first
            FROM call_quality_sample s WHERE s.hospital_id = here AND s.session_id = ANY (due)) AS q
          GROUP BY q.session_id, q.participant_id;
        DELETE FROM call_quality_sample WHERE hospital_id = here AND session_id = ANY (due);
        GET DIAGNOSTICS samples = ROW_COUNT;
        DELETE FROM call_event WHERE hospital_id = here AND visit_id = ANY (calls) AND type = 'quality';
        UPDATE call_session SET quality_packed_at = as_of WHERE hospital_id = here AND id = ANY (due);
        sessions := coalesce(array_length(due, 1), 0);
        RETURN NEXT;
      END $$;
      REVOKE ALL ON FUNCTION pack_call_quality FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION pack_call_quality TO yunzhen_app;

      -- As before, with the packed samples.
      CREATE OR REPLACE FUNCTION forget_process_records(as_of timestamptz, most int)
        RETURNS TABLE (visits int, messages int, files int, call_events int, line_samples int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE due uuid[]; here uuid := current_hospital(); packed int;
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
        WITH gone AS (
          DELETE FROM call_quality_series q USING call_session s
          WHERE q.hospital_id = here AND s.id = q.session_id AND s.visit_id = ANY (due) RETURNING cardinality(q.after_ms) AS samples)
          SELECT coalesce(sum(gone.samples), 0)::int INTO packed FROM gone;
        line_samples := line_samples + packed;
        UPDATE visit SET process_forgotten_at = as_of WHERE hospital_id = here AND id = ANY (due);
        RETURN NEXT;
      END $$;
    `);
    // The upgrade counts as a finished night: otherwise the job would make up for missed nights at once, in working hours.
    for (const { id } of (await runner.query('SELECT id FROM hospital ORDER BY id')) as { id: string }[]) {
      await runner.query('SELECT wall.enter($1)', [id]);
      await runner.query(
        `INSERT INTO nightly_run (hospital_id, job, night, leased_until, finished_at) VALUES ($1, 'pack-call-quality', now(), now(), now())
         ON CONFLICT DO NOTHING`,
        [id],
      );
    }
    await runner.query('SELECT wall.leave()');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
