import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is kept for a time only: chats, and what was noted of calls while they ran. The app can’t delete these; this function can, when their time is over. */
export class Retention1764002710000 implements MigrationInterface {
  readonly name = 'Retention1764002710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only the owner of the tables may take a sent file away, and the owner acts through the function below alone.
      CREATE OR REPLACE FUNCTION refuse_sent_attachment_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.message_id IS NOT NULL AND NOT (TG_OP = 'DELETE' AND current_user = (
          SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)) THEN
          RAISE EXCEPTION 'a sent attachment never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;

      -- Forgets, of the transaction’s hospital, what belongs to at most so many visits that ended three years before: chat messages with
      -- their files, call events and looks at lines. Says how many rows of each.
      CREATE FUNCTION forget_process_records(as_of timestamptz, most int)
        RETURNS TABLE (visits int, messages int, files int, call_events int, line_samples int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE due uuid[];
      BEGIN
        SELECT array_agg(id) INTO due FROM (
          SELECT v.id FROM visit v
          WHERE v.hospital_id = current_hospital() AND v.ended_at < as_of - interval '3 years'
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
      REVOKE ALL ON FUNCTION forget_process_records FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION forget_process_records TO yunzhen_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
