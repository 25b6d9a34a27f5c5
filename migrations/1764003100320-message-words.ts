import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** A hospital's own words of what people are told, in versions; each notice keeps which of them it was told in. */
export class MessageWords1764003100320 implements MigrationInterface {
  readonly name = 'MessageWords1764003100320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Versions are only added. Words that are null are the house's own again.
      CREATE TABLE message_wording (
        hospital_id uuid NOT NULL REFERENCES hospital,
        template text NOT NULL,
        version int NOT NULL CHECK (version > 0),
        wordings jsonb,
        published_at timestamptz NOT NULL,
        published_by uuid REFERENCES account,
        PRIMARY KEY (hospital_id, template, version)
      );

      CREATE TABLE message_wording_draft (
        hospital_id uuid NOT NULL REFERENCES hospital,
        template text NOT NULL,
        version int NOT NULL,
        wordings jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by uuid REFERENCES account,
        PRIMARY KEY (hospital_id, template)
      );

      -- 0 is the house's own words.
      ALTER TABLE notification ADD wording_version int NOT NULL DEFAULT 0;
      ALTER TABLE message_delivery ADD wording_version int NOT NULL DEFAULT 0;
    `);
    await enableTenancy(runner, {
      message_wording: 'SELECT, INSERT',
      message_wording_draft: 'SELECT, INSERT, UPDATE, DELETE',
    });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
