import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** The pharmacy to which a patient sends a prescription: it sees it in its list and may claim it without the printed code. */
export class PharmacyChoice1764003340000 implements MigrationInterface {
  readonly name = 'PharmacyChoice1764003340000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pharmacy_choice (
        prescription_id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        -- Null once the patient has taken the choice back.
        pharmacy_id uuid,
        chosen_by uuid NOT NULL,
        chosen_at timestamptz NOT NULL,
        CONSTRAINT pharmacy_choice_prescription_id_hospital_fkey
          FOREIGN KEY (hospital_id, prescription_id) REFERENCES prescription (hospital_id, id),
        CONSTRAINT pharmacy_choice_pharmacy_id_hospital_fkey
          FOREIGN KEY (hospital_id, pharmacy_id) REFERENCES pharmacy (hospital_id, id),
        CONSTRAINT pharmacy_choice_chosen_by_hospital_fkey
          FOREIGN KEY (hospital_id, chosen_by) REFERENCES account (hospital_id, id)
      );
      CREATE INDEX pharmacy_choice_pharmacy ON pharmacy_choice (pharmacy_id, chosen_at DESC, prescription_id DESC);
    `);
    await enableTenancy(runner, { pharmacy_choice: 'SELECT, INSERT, UPDATE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
