import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  call_invitation: 'SELECT, INSERT, UPDATE',
  call_quality_sample: 'SELECT, INSERT',
};

/** What the api wants of a call’s room, who is invited into it, where there is place for it, and how its lines did. */
export class CallConduct1764000400000 implements MigrationInterface {
  readonly name = 'CallConduct1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A higher revision of a room replaces a lower one, whichever reaches the media node first.
      ALTER TABLE visit ADD COLUMN room_revision int NOT NULL DEFAULT 0, ADD COLUMN held boolean NOT NULL DEFAULT false;

      -- promised: visits sent to the node (id and time) that it has not reported a room of yet.
      -- open_visits: visits in progress that had their room there when it was last heard of.
      ALTER TABLE media_node ADD COLUMN control_url text NOT NULL DEFAULT '', ADD COLUMN free_visits int NOT NULL DEFAULT 0,
        ADD COLUMN open_visits int NOT NULL DEFAULT 0, ADD COLUMN promised jsonb NOT NULL DEFAULT '{}';

      CREATE FUNCTION promised_visits(promised jsonb, since timestamptz) RETURNS int LANGUAGE sql STABLE AS
        $$ SELECT count(*)::int FROM jsonb_each_text(promised) p WHERE p.value::timestamptz > since $$;

      -- Secrets are kept as hashes. The name of a person who has no account stands here and nowhere else.
      CREATE TABLE call_invitation (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit,
        relation text NOT NULL,
        name text NOT NULL,
        status text NOT NULL CHECK (status IN ('asked', 'ready', 'accepted', 'declined', 'withdrawn')),
        invited_by text NOT NULL CHECK (invited_by IN ('patient', 'doctor')),
        inviter_account_id uuid NOT NULL REFERENCES account,
        secret_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        answered_at timestamptz,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        account_id uuid REFERENCES account UNIQUE,
        session_id uuid REFERENCES session,
        key_hash bytea,
        consent_version text,
        consent_locale text,
        CHECK ((account_id IS NULL) = (accepted_at IS NULL))
      );
      CREATE INDEX call_invitation_visit ON call_invitation (visit_id, created_at);

      ALTER TABLE call_event ADD COLUMN recovery jsonb, ADD COLUMN first_picture jsonb;

      -- One look at one line. Words are numbered in the order of the contract; loss and concealment are per mille.
      CREATE TABLE call_quality_sample (
        hospital_id uuid NOT NULL REFERENCES hospital,
        session_id uuid NOT NULL REFERENCES call_session,
        participant_id uuid NOT NULL,
        at timestamptz NOT NULL,
        span_ms int NOT NULL,
        frozen_ms int NOT NULL,
        kbps_received int NOT NULL,
        kbps_sent int NOT NULL,
        rtt_ms int,
        jitter_ms int,
        mos smallint,
        loss_received smallint,
        loss_sent smallint,
        concealed smallint,
        grade smallint NOT NULL,
        cause smallint NOT NULL,
        carried smallint NOT NULL
      );
      CREATE INDEX call_quality_sample_session ON call_quality_sample (session_id);
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
