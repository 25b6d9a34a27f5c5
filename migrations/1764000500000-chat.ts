import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. A message never changes. */
const tenantTables = {
  chat: 'SELECT, INSERT, UPDATE',
  chat_message: 'SELECT, INSERT',
  chat_attachment: 'SELECT, INSERT, UPDATE, DELETE',
};

/** The chat of a visit: its counter and read marks, its messages, and the files that they name. */
export class Chat1764000500000 implements MigrationInterface {
  readonly name = 'Chat1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever writes holds this row, so that places have no gaps and everybody sees one order.
      CREATE TABLE chat (
        visit_id uuid PRIMARY KEY REFERENCES visit,
        hospital_id uuid NOT NULL REFERENCES hospital,
        last_sequence int NOT NULL DEFAULT 0,
        read_by_patient int NOT NULL DEFAULT 0,
        read_by_doctor int NOT NULL DEFAULT 0
      );

      -- Ids are made by pages: they are told apart within their visit only, so that nobody learns of another one's.
      CREATE TABLE chat_message (
        visit_id uuid NOT NULL REFERENCES chat,
        id uuid NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        sequence int NOT NULL CHECK (sequence > 0),
        author_account_id uuid NOT NULL REFERENCES account,
        author_role text NOT NULL CHECK (author_role IN ('patient', 'doctor')),
        text text NOT NULL,
        sent_at timestamptz NOT NULL,
        PRIMARY KEY (visit_id, id),
        UNIQUE (visit_id, sequence)
      );

      CREATE TABLE chat_attachment (
        visit_id uuid NOT NULL REFERENCES chat,
        id uuid NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        uploader_account_id uuid NOT NULL REFERENCES account,
        type text NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
        width int,
        height int,
        -- Of the bytes as they came, to know a repeat; pictures are kept re-encoded.
        received_sha256 bytea NOT NULL,
        content bytea NOT NULL,
        uploaded_at timestamptz NOT NULL,
        -- Empty until a message names it; from then on it belongs to the chat and never changes.
        message_id uuid,
        position int,
        name text,
        PRIMARY KEY (visit_id, id),
        FOREIGN KEY (visit_id, message_id) REFERENCES chat_message (visit_id, id),
        CHECK ((message_id IS NULL) = (name IS NULL) AND (message_id IS NULL) = (position IS NULL))
      );
      -- Pictures and PDFs are compressed already.
      ALTER TABLE chat_attachment ALTER COLUMN content SET STORAGE EXTERNAL;
      CREATE INDEX chat_attachment_message ON chat_attachment (visit_id, message_id);
      CREATE INDEX chat_attachment_unused ON chat_attachment (hospital_id, uploaded_at) WHERE message_id IS NULL;

      CREATE FUNCTION refuse_sent_attachment_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.message_id IS NOT NULL THEN
          RAISE EXCEPTION 'a sent attachment never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER chat_attachment_is_final BEFORE UPDATE OR DELETE ON chat_attachment
        FOR EACH ROW EXECUTE FUNCTION refuse_sent_attachment_change();
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
