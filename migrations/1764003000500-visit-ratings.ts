import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  visit_rating: 'SELECT, INSERT, UPDATE',
  practitioner_rating: 'SELECT, INSERT, UPDATE',
};

/** What patients say of a completed visit, the care apart from sound and picture, and each doctor’s sum of it. */
export class VisitRatings1764003000500 implements MigrationInterface {
  readonly name = 'VisitRatings1764003000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visit_rating (
        visit_id uuid PRIMARY KEY REFERENCES visit,
        hospital_id uuid NOT NULL REFERENCES hospital,
        -- Random, where the visit’s own id tells its time: it is what staff see.
        id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        version int NOT NULL,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        department_id uuid NOT NULL REFERENCES department,
        care int CHECK (care BETWEEN 1 AND 5),
        picture int CHECK (picture BETWEEN 1 AND 5),
        reasons text[] NOT NULL DEFAULT '{}',
        comment text NOT NULL DEFAULT '',
        rated_by_account_id uuid NOT NULL REFERENCES account,
        rated_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT visit_rating_says_something CHECK (care IS NOT NULL OR picture IS NOT NULL)
      );
      CREATE INDEX visit_rating_doctor ON visit_rating (practitioner_id, rated_at);

      -- Changed with each rating, so that a list of doctors adds nothing up.
      CREATE TABLE practitioner_rating (
        practitioner_id uuid PRIMARY KEY REFERENCES practitioner,
        hospital_id uuid NOT NULL REFERENCES hospital,
        ratings int NOT NULL CHECK (ratings >= 0),
        points int NOT NULL
      );

      -- When the doctor would like to see the patient again: days of the hospital’s calendar, first and last.
      ALTER TABLE visit ADD COLUMN follow_up jsonb;
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
