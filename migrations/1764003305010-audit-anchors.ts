import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Signed roots of the chain of each hospital. They are copied outside of the database, where its owner can't change them. */
export class AuditAnchors1764003305010 implements MigrationInterface {
  readonly name = 'AuditAnchors1764003305010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- "size": how many links it covers. "edge": what is needed to go on from there without reading them again.
      CREATE TABLE audit_anchor (
        hospital_id uuid NOT NULL REFERENCES hospital,
        size bigint NOT NULL CHECK (size > 0),
        made_at timestamptz NOT NULL,
        edge bytea NOT NULL,
        signed text NOT NULL,
        time_stamp bytea,
        copied_at timestamptz,
        PRIMARY KEY (hospital_id, size)
      );
      CREATE INDEX audit_anchor_uncopied ON audit_anchor (hospital_id, size) WHERE copied_at IS NULL;
    `);
    await enableTenancy(runner, { audit_anchor: 'SELECT, INSERT, UPDATE (time_stamp, copied_at)' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
