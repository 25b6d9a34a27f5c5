import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  account: 'SELECT, INSERT, UPDATE',
  session: 'SELECT, INSERT, UPDATE',
  refresh_token: 'SELECT, INSERT, UPDATE, DELETE',
  idempotency_key: 'SELECT, INSERT, UPDATE, DELETE',
  audit_event: 'SELECT, INSERT',
  domain_event: 'SELECT, INSERT',
  signing_credential: 'SELECT, INSERT, UPDATE',
};

/** What everything else builds on: hospitals, media nodes, accounts, sessions, audit, events. */
export class Foundation1764000000000 implements MigrationInterface {
  readonly name = 'Foundation1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'yunzhen_app') THEN
          CREATE ROLE yunzhen_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
        END IF;
      END $$;

      -- One row a tenant. What stands here may be shown to anyone: keys live in signing_credential.
      CREATE TABLE hospital (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        name jsonb NOT NULL,
        jurisdiction text NOT NULL,
        time_zone text NOT NULL,
        locale text NOT NULL,
        settings jsonb NOT NULL DEFAULT '{}',
        demo_accounts jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL
      );

      -- Media nodes serve every hospital of the installation.
      CREATE TABLE media_node (
        id text PRIMARY KEY,
        url text NOT NULL,
        incarnation uuid NOT NULL,
        router_rtp_capabilities jsonb NOT NULL,
        workers int NOT NULL,
        rooms int NOT NULL,
        participants int NOT NULL,
        load double precision NOT NULL,
        draining boolean NOT NULL,
        last_seen_at timestamptz NOT NULL
      );

      CREATE TABLE account (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        email text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL,
        display_name text NOT NULL,
        display_name_latin text NOT NULL DEFAULT '',
        locale text NOT NULL,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
        created_at timestamptz NOT NULL,
        UNIQUE (hospital_id, email)
      );

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text
      );
      CREATE INDEX session_account ON session (account_id) WHERE ended_at IS NULL;

      -- The secret is kept as a hash. A token that was used stays until it expires, so that its reuse is seen.
      CREATE TABLE refresh_token (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        session_id uuid NOT NULL REFERENCES session,
        secret_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX refresh_token_session ON refresh_token (session_id);

      CREATE TABLE idempotency_key (
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        key text NOT NULL,
        command text NOT NULL,
        answer jsonb,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (hospital_id, account_id, key)
      );

      CREATE TABLE audit_event (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        at timestamptz NOT NULL,
        action text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('done', 'denied')),
        actor_account_id uuid,
        actor_roles text[] NOT NULL,
        entity text NOT NULL,
        entity_id text,
        patient_id uuid,
        request_id text NOT NULL,
        address text,
        code text,
        details jsonb NOT NULL
      );
      CREATE INDEX audit_event_time ON audit_event (hospital_id, at DESC, id DESC);
      CREATE INDEX audit_event_patient ON audit_event (hospital_id, patient_id, at DESC) WHERE patient_id IS NOT NULL;
      CREATE INDEX audit_event_actor ON audit_event (hospital_id, actor_account_id, at DESC);

      CREATE TABLE domain_event (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        at timestamptz NOT NULL,
        type text NOT NULL,
        entity_id uuid NOT NULL,
        visit_id uuid,
        department_id uuid,
        practitioner_id uuid,
        facts jsonb NOT NULL
      );
      CREATE INDEX domain_event_time ON domain_event (hospital_id, at, type);

      -- A private key is sealed under the key-encryption key; its certificate is public.
      CREATE TABLE signing_credential (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        kind text NOT NULL CHECK (kind IN ('hospital-ca', 'practitioner')),
        practitioner_id uuid,
        certificate_pem text NOT NULL,
        sealed_key text NOT NULL,
        serial text NOT NULL,
        not_before timestamptz NOT NULL,
        not_after timestamptz NOT NULL,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL,
        CHECK ((kind = 'practitioner') = (practitioner_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX signing_credential_current ON signing_credential (hospital_id, kind, coalesce(practitioner_id, hospital_id))
        WHERE revoked_at IS NULL;

      -- Starts a request: sets the tenant for this transaction and says whether the actor’s session still lives.
      CREATE FUNCTION begin_request(hospital uuid, actor_session uuid) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('app.hospital_id', hospital::text, true);
        RETURN actor_session IS NULL OR EXISTS (SELECT 1 FROM session WHERE id = actor_session AND ended_at IS NULL);
      END $$;

      CREATE FUNCTION current_hospital() RETURNS uuid LANGUAGE sql STABLE AS
        $$ SELECT nullif(current_setting('app.hospital_id', true), '')::uuid $$;

      GRANT USAGE ON SCHEMA public TO yunzhen_app;
      GRANT SELECT ON hospital, schema_migration TO yunzhen_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON media_node TO yunzhen_app;
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
