import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever runs the installation: outside of every hospital, with tables and a database role of their own. */
export class Operator1764002520000 implements MigrationInterface {
  readonly name = 'Operator1764002520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The role that an operator's transactions take on. It may read nothing that is a hospital's.
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'yunzhen_operator') THEN
          CREATE ROLE yunzhen_operator NOLOGIN NOSUPERUSER NOBYPASSRLS;
        END IF;
      END $$;
      GRANT USAGE ON SCHEMA public TO yunzhen_operator;

      CREATE TABLE operator (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE,
        name text NOT NULL DEFAULT '',
        status text NOT NULL CHECK (status IN ('invited', 'active')),
        password_hash text,
        totp_sealed text,
        last_step bigint,
        -- Of the link by which they set a password and an authenticator; good once.
        secret_hash bytea,
        expires_at timestamptz,
        created_at timestamptz NOT NULL,
        CHECK (status = 'invited' OR (password_hash IS NOT NULL AND totp_sealed IS NOT NULL))
      );

      CREATE TABLE operator_session (
        id uuid PRIMARY KEY,
        operator_id uuid NOT NULL REFERENCES operator,
        secret_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz
      );

      -- What operators did. Added to, never changed.
      CREATE TABLE operator_event (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        operator_id uuid,
        action text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('done', 'denied')),
        subject text,
        code text,
        address text,
        request_id text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX operator_event_time ON operator_event (at DESC, id DESC);

      GRANT SELECT, INSERT, UPDATE ON operator, operator_session TO yunzhen_operator;
      GRANT SELECT, INSERT ON operator_event TO yunzhen_operator;
      GRANT SELECT, INSERT ON hospital TO yunzhen_operator;
      GRANT UPDATE (suspended_at, version) ON hospital TO yunzhen_operator;

      -- How large each hospital is, as numbers. The wall stands for the owner too, so each is entered in turn;
      -- an owner who is a superuser sees past it, so each is named as well.
      CREATE FUNCTION hospital_counts(since timestamptz)
        RETURNS TABLE (hospital uuid, staff int, patients int, visits int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE one uuid;
      BEGIN
        FOR one IN SELECT h.id FROM public.hospital h LOOP
          PERFORM set_config('app.hospital_id', one::text, true);
          RETURN QUERY SELECT one,
            (SELECT count(*)::int FROM public.account a WHERE a.hospital_id = one AND a.status = 'active'
               AND a.roles && ARRAY['doctor', 'pharmacist', 'supervisor', 'president', 'administrator']),
            (SELECT count(*)::int FROM public.patient p WHERE p.hospital_id = one),
            (SELECT count(*)::int FROM public.visit v WHERE v.hospital_id = one AND v.created_at >= since);
        END LOOP;
        PERFORM set_config('app.hospital_id', '', true);
      END $$;
      REVOKE ALL ON FUNCTION hospital_counts FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION hospital_counts TO yunzhen_operator;

      -- Nobody acts in a hospital that is closed, whatever session they hold.
      DROP FUNCTION begin_request(uuid, uuid);
      CREATE OR REPLACE FUNCTION begin_request(hospital uuid, actor_session uuid, acting_for uuid) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('app.hospital_id', hospital::text, true);
        RETURN actor_session IS NULL OR EXISTS (
          SELECT 1 FROM session s JOIN public.hospital h ON h.id = s.hospital_id
          WHERE s.id = actor_session AND s.ended_at IS NULL AND s.acting_patient_id IS NOT DISTINCT FROM acting_for
            AND h.suspended_at IS NULL);
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
