import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** The fee of a completed visit, as the price list in force at check-in states it. The signed bill is added when the patient first opens it. */
export class VisitBills1764003420000 implements MigrationInterface {
  readonly name = 'VisitBills1764003420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visit_bill (
        visit_id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        number text NOT NULL,
        price_list_id uuid NOT NULL,
        currency text NOT NULL,
        minor integer NOT NULL CHECK (minor >= 0),
        issued_at timestamptz NOT NULL,
        jws text,
        CONSTRAINT visit_bill_visit_id_hospital_fkey
          FOREIGN KEY (hospital_id, visit_id) REFERENCES visit (hospital_id, id),
        CONSTRAINT visit_bill_price_list_id_hospital_fkey
          FOREIGN KEY (hospital_id, price_list_id) REFERENCES price_list (hospital_id, id)
      );
    `);
    // The amount never changes; only the signature is added.
    await enableTenancy(runner, { visit_bill: 'SELECT, INSERT, UPDATE (jws)' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
