import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Devices that people want to be told things on. */
export class Push1764003100200 implements MigrationInterface {
  readonly name = 'Push1764003100200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE push_subscription (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        -- Whoever signs out on the device ends it. A session that merely ran out does not.
        session_id uuid NOT NULL REFERENCES session,
        -- The address that the browser was given and the keys to write to it: whoever has them can send.
        address_sealed text NOT NULL,
        endpoint_digest bytea NOT NULL,
        device text NOT NULL,
        created_at timestamptz NOT NULL,
        last_sent_at timestamptz,
        -- A device tells things to one person only.
        UNIQUE (hospital_id, endpoint_digest)
      );
      CREATE INDEX push_subscription_account ON push_subscription (account_id, created_at);
      CREATE INDEX push_subscription_session ON push_subscription (session_id);

      ALTER TABLE message_delivery DROP CONSTRAINT message_delivery_channel_check;
      ALTER TABLE message_delivery ADD CONSTRAINT message_delivery_channel_check CHECK (channel IN ('mail', 'sms', 'push'));
      ALTER TABLE message_delivery ADD COLUMN subscription_id uuid REFERENCES push_subscription ON DELETE SET NULL;
      CREATE INDEX message_delivery_subscription ON message_delivery (subscription_id) WHERE subscription_id IS NOT NULL;

      -- However a session is ended (signed out, stolen, account closed), its device is told nothing any more.
      CREATE FUNCTION forget_push_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM push_subscription WHERE session_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER session_end_ends_push AFTER UPDATE OF ended_at ON session FOR EACH ROW
        WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION forget_push_of_session();
    `);
    await enableTenancy(runner, { push_subscription: 'SELECT, INSERT, UPDATE, DELETE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
