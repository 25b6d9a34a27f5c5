import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  call_key: 'SELECT, INSERT, DELETE',
  call_wrapped_key: 'SELECT, INSERT, DELETE',
};

/** Public keys of pages in encrypted calls, and media keys that the api can’t open. Both go when the visit ends. */
export class CallKeys1764000600000 implements MigrationInterface {
  readonly name = 'CallKeys1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE call_key (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit,
        participant_id uuid NOT NULL REFERENCES account,
        public_key text NOT NULL,
        published_at timestamptz NOT NULL,
        UNIQUE (visit_id, participant_id)
      );

      -- Gone with either page: what was wrapped for a page that was loaded again can’t be opened any more.
      CREATE TABLE call_wrapped_key (
        from_id uuid NOT NULL REFERENCES call_key ON DELETE CASCADE,
        to_id uuid NOT NULL REFERENCES call_key ON DELETE CASCADE,
        epoch smallint NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        wrapped text NOT NULL,
        PRIMARY KEY (to_id, from_id, epoch)
      );
      CREATE INDEX call_wrapped_key_from ON call_wrapped_key (from_id);
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE call_wrapped_key; DROP TABLE call_key;');
  }
}
