import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Pictures of doctors in two sizes, known by what they show, so that browsers keep them for good. */
export class Portraits1764003000510 implements MigrationInterface {
  readonly name = 'Portraits1764003000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE practitioner_portrait (
        practitioner_id uuid PRIMARY KEY REFERENCES practitioner,
        hospital_id uuid NOT NULL REFERENCES hospital,
        -- SHA-256 of the large size, in hexadecimal.
        sha256 text NOT NULL,
        small bytea NOT NULL,
        large bytea NOT NULL,
        uploaded_by_account_id uuid NOT NULL REFERENCES account,
        uploaded_at timestamptz NOT NULL
      );
      ALTER TABLE practitioner_portrait ALTER COLUMN small SET STORAGE EXTERNAL;
      ALTER TABLE practitioner_portrait ALTER COLUMN large SET STORAGE EXTERNAL;
      CREATE INDEX practitioner_portrait_content ON practitioner_portrait (hospital_id, sha256);
    `);
    await enableTenancy(runner, { practitioner_portrait: 'SELECT, INSERT, UPDATE, DELETE' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE practitioner_portrait');
  }
}
