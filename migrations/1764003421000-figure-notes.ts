import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Notes beside the figures: what happened on a day, of the hospital or of a department. */
export class FigureNotes1764003421000 implements MigrationInterface {
  readonly name = 'FigureNotes1764003421000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE figure_note (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        -- Null for the whole hospital.
        department_id uuid,
        day date NOT NULL,
        text text NOT NULL CHECK (text <> ''),
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT figure_note_department_id_hospital_fkey
          FOREIGN KEY (hospital_id, department_id) REFERENCES department (hospital_id, id),
        CONSTRAINT figure_note_created_by_hospital_fkey
          FOREIGN KEY (hospital_id, created_by) REFERENCES account (hospital_id, id)
      );
      CREATE INDEX figure_note_day ON figure_note (hospital_id, day);
    `);
    await enableTenancy(runner, { figure_note: 'SELECT, INSERT, DELETE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
