import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  prescription_template: 'SELECT, INSERT, DELETE',
  repeat_request: 'SELECT, INSERT, UPDATE',
};

/** Lines that doctors keep to begin with, and patients’ wishes to have a prescription again. */
export class TemplatesAndRepeats1764001200000 implements MigrationInterface {
  readonly name = 'TemplatesAndRepeats1764001200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE prescription_template (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        shared boolean NOT NULL,
        title text NOT NULL,
        codes text[] NOT NULL,
        items jsonb NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX prescription_template_author ON prescription_template (hospital_id, practitioner_id);
      CREATE INDEX prescription_template_shared ON prescription_template (hospital_id) WHERE shared;

      CREATE TABLE repeat_request (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        prescription_id uuid NOT NULL REFERENCES prescription,
        patient_id uuid NOT NULL REFERENCES patient,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        status text NOT NULL CHECK (status IN ('asked', 'accepted', 'declined', 'withdrawn')),
        note text NOT NULL,
        reason text NOT NULL DEFAULT '',
        asked_at timestamptz NOT NULL,
        decided_at timestamptz,
        CHECK ((status = 'asked') = (decided_at IS NULL)),
        CHECK (status <> 'declined' OR reason <> '')
      );
      -- One open request for a prescription, whoever asks twice at once.
      CREATE UNIQUE INDEX repeat_request_open ON repeat_request (prescription_id) WHERE status = 'asked';
      CREATE INDEX repeat_request_doctor ON repeat_request (practitioner_id, asked_at);
      CREATE INDEX repeat_request_patient ON repeat_request (patient_id, asked_at);
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
