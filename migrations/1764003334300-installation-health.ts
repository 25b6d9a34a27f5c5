import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the operator’s health page shows: facts of each program, last outcomes of jobs and channels, and counts over all hospitals. */
export class InstallationHealth1764003334300 implements MigrationInterface {
  readonly name = 'InstallationHealth1764003334300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: a release that does not report it.
      ALTER TABLE api_process ADD COLUMN version text, ADD COLUMN started_at timestamptz,
        ADD COLUMN clock_offset_seconds double precision, ADD COLUMN disk_free_bytes bigint;
      ALTER TABLE media_node ADD COLUMN version text, ADD COLUMN clock_offset_seconds double precision;

      -- One row for each job and each channel of messages, of the installation and not of a hospital.
      CREATE TABLE last_outcome (
        name text PRIMARY KEY,
        succeeded_at timestamptz,
        failed_at timestamptz,
        -- A code of the program, never a text of another system.
        failure text,
        -- Since the last success.
        failures int NOT NULL DEFAULT 0
      );
      GRANT SELECT, INSERT, UPDATE ON last_outcome TO yunzhen_app;

      -- Counts only, as hospital_counts. Each hospital is entered in turn and left.
      CREATE FUNCTION waiting_messages()
        RETURNS TABLE (hospital uuid, channel text, waiting int, oldest timestamptz)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE one uuid;
      BEGIN
        FOR one IN SELECT h.id FROM public.hospital h LOOP
          PERFORM wall.enter(one);
          RETURN QUERY SELECT one, d.channel, count(*)::int, min(d.wanted_at) FROM public.message_delivery d
            WHERE d.hospital_id = one AND d.settled_at IS NULL AND d.wanted_at <= now() GROUP BY d.channel;
        END LOOP;
        PERFORM wall.leave();
      END $$;

      CREATE FUNCTION ending_certificates(until timestamptz)
        RETURNS TABLE (hospital uuid, kind text, ending int, first_end timestamptz)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE one uuid;
      BEGIN
        FOR one IN SELECT h.id FROM public.hospital h WHERE h.suspended_at IS NULL LOOP
          PERFORM wall.enter(one);
          RETURN QUERY SELECT one, c.kind, count(*)::int, min(c.not_after) FROM public.signing_credential c
            LEFT JOIN public.practitioner p ON p.id = c.practitioner_id
            LEFT JOIN public.account a ON a.id = p.account_id
            WHERE c.hospital_id = one AND c.revoked_at IS NULL AND c.superseded_at IS NULL AND c.not_after < until
              AND (c.practitioner_id IS NULL OR a.status = 'active') GROUP BY c.kind;
        END LOOP;
        PERFORM wall.leave();
      END $$;

      REVOKE ALL ON FUNCTION waiting_messages, ending_certificates FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION waiting_messages, ending_certificates TO yunzhen_operator;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
