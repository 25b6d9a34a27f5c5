import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** The fee that a patient was shown at check-in. A row without a price: the hospital had none, so no bill follows. */
export class VisitFees1764003431000 implements MigrationInterface {
  readonly name = 'VisitFees1764003431000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visit_fee (
        visit_id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        price_list_id uuid,
        currency text,
        minor integer CHECK (minor >= 0),
        shown_at timestamptz NOT NULL,
        CONSTRAINT visit_fee_price_check CHECK (num_nulls(price_list_id, currency, minor) IN (0, 3)),
        CONSTRAINT visit_fee_visit_id_hospital_fkey
          FOREIGN KEY (hospital_id, visit_id) REFERENCES visit (hospital_id, id),
        CONSTRAINT visit_fee_price_list_id_hospital_fkey
          FOREIGN KEY (hospital_id, price_list_id) REFERENCES price_list (hospital_id, id)
      );
    `);
    await enableTenancy(runner, { visit_fee: 'SELECT, INSERT' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
