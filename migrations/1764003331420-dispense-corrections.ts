import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** How the patient was identified at the counter, and corrections of dispenses. A correction is only ever added; the receipt stays as signed. */
export class DispenseCorrections1764003331420 implements MigrationInterface {
  readonly name = 'DispenseCorrections1764003331420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dispense ADD COLUMN identity_check text;

      CREATE TABLE dispense_correction (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        dispense_id uuid NOT NULL,
        account_id uuid NOT NULL,
        corrected_by text NOT NULL,
        corrected_at timestamptz NOT NULL,
        reason text NOT NULL CHECK (reason IN ('quantity', 'product', 'pack', 'other')),
        explanation text NOT NULL,
        -- What was really dispensed: every line of the dispense.
        lines jsonb NOT NULL,
        CONSTRAINT dispense_correction_dispense_id_hospital_fkey
          FOREIGN KEY (hospital_id, dispense_id) REFERENCES dispense (hospital_id, id),
        CONSTRAINT dispense_correction_account_id_hospital_fkey
          FOREIGN KEY (hospital_id, account_id) REFERENCES account (hospital_id, id)
      );
      CREATE INDEX dispense_correction_dispense ON dispense_correction (dispense_id, corrected_at, id);
    `);
    await enableTenancy(runner, { dispense_correction: 'SELECT, INSERT' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
