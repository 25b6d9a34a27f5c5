import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  notification: 'SELECT, INSERT, UPDATE, DELETE',
  message_delivery: 'SELECT, INSERT, UPDATE',
  demo_message: 'SELECT, INSERT',
};

/** What people are told: in the app, and by mail and text message. */
export class Notifications1764002400000 implements MigrationInterface {
  readonly name = 'Notifications1764002400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An account is reached by an address, a phone number, or both; each was confirmed by a code when its time is set.
      ALTER TABLE account ALTER COLUMN email DROP NOT NULL,
        ADD COLUMN phone text CHECK (phone ~ '^[+][1-9][0-9]{6,14}$'),
        ADD COLUMN email_confirmed_at timestamptz,
        ADD COLUMN phone_confirmed_at timestamptz,
        ADD COLUMN message_channels text[] NOT NULL DEFAULT '{mail,sms}' CHECK (message_channels <@ '{mail,sms}'),
        ADD UNIQUE (hospital_id, phone),
        ADD CHECK (email IS NOT NULL OR phone IS NOT NULL);

      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        -- Whom it is about, where that is a patient whom the account acts for.
        patient_id uuid REFERENCES patient,
        template text NOT NULL,
        facts jsonb NOT NULL,
        link text,
        -- One event is told once, however often its sender is run again.
        dedupe text,
        visible_at timestamptz NOT NULL,
        told boolean NOT NULL,
        read_at timestamptz,
        created_at timestamptz NOT NULL,
        UNIQUE (account_id, dedupe)
      );
      CREATE INDEX notification_list ON notification (account_id, visible_at DESC, id DESC);
      CREATE INDEX notification_unread ON notification (account_id, visible_at) WHERE read_at IS NULL;
      CREATE INDEX notification_due ON notification (hospital_id, visible_at) WHERE NOT told;

      -- One message to one address. What it says is sealed, and forgotten once it is delivered or given up.
      CREATE TABLE message_delivery (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        notification_id uuid REFERENCES notification ON DELETE SET NULL,
        account_id uuid REFERENCES account,
        channel text NOT NULL CHECK (channel IN ('mail', 'sms')),
        template text NOT NULL,
        content_sealed text,
        dedupe text,
        state text NOT NULL CHECK (state IN ('waiting', 'sending', 'delivered', 'failed', 'withdrawn')),
        attempts int NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL,
        -- When it was first to go out, while due_at moves on with each try.
        wanted_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        settled_at timestamptz,
        failure text,
        UNIQUE (hospital_id, channel, dedupe),
        CHECK ((settled_at IS NULL) = (state IN ('waiting', 'sending'))),
        CHECK (settled_at IS NULL OR content_sealed IS NULL)
      );
      CREATE INDEX message_delivery_due ON message_delivery (hospital_id, due_at) WHERE settled_at IS NULL;
      CREATE INDEX message_delivery_notification ON message_delivery (notification_id);

      -- Only an installation with demo data writes here: what would have gone out.
      CREATE TABLE demo_message (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        at timestamptz NOT NULL,
        channel text NOT NULL,
        address text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL
      );
      CREATE INDEX demo_message_list ON demo_message (hospital_id, at DESC, id DESC);
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
