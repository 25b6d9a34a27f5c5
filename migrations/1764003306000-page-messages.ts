import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What pages are to be told, stored in the transaction that makes it true: a process that dies after its commit loses nothing. */
export class PageMessages1764003306000 implements MigrationInterface {
  readonly name = 'PageMessages1764003306000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of every hospital, for a few minutes. Sealed by the api, so that the role of the app reads nothing of it in SQL.
      CREATE TABLE page_message (
        id uuid PRIMARY KEY,
        process_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        -- Its transaction, which tells readers where to go on.
        xact bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
        sealed bytea NOT NULL
      );
      CREATE INDEX page_message_xact ON page_message (xact);
      CREATE INDEX page_message_at ON page_message (at);
      GRANT SELECT, INSERT, DELETE ON page_message TO yunzhen_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
