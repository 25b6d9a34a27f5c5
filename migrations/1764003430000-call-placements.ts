import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Every media node that a visit was placed on: only those may report events of its calls. */
export class CallPlacements1764003430000 implements MigrationInterface {
  readonly name = 'CallPlacements1764003430000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE call_placement (
        visit_id uuid NOT NULL,
        node_id text NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        placed_at timestamptz NOT NULL,
        PRIMARY KEY (visit_id, node_id),
        CONSTRAINT call_placement_visit_id_hospital_fkey FOREIGN KEY (hospital_id, visit_id) REFERENCES visit (hospital_id, id)
      );
    `);
    await enableTenancy(runner, { call_placement: 'SELECT, INSERT' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
