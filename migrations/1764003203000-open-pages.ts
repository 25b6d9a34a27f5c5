import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Which processes of the api live, and at which of them somebody has a page open: presence is the installation’s, not one process’s. */
export class OpenPages1764003203000 implements MigrationInterface {
  readonly name = 'OpenPages1764003203000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Serve every hospital of the installation, as media nodes do.
      CREATE TABLE api_process (
        id uuid PRIMARY KEY,
        beat_at timestamptz NOT NULL
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON api_process TO yunzhen_app;

      CREATE TABLE open_page (
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        -- What a process knew goes with it.
        process_id uuid NOT NULL REFERENCES api_process ON DELETE CASCADE,
        hospital_id uuid NOT NULL REFERENCES hospital,
        PRIMARY KEY (account_id, process_id)
      );
      CREATE INDEX open_page_process ON open_page (process_id);
    `);
    await enableTenancy(runner, { open_page: 'SELECT, INSERT, DELETE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
