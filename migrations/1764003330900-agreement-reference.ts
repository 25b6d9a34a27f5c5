import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No agreement can point at an account of another hospital. */
export class AgreementReference1764003330900 implements MigrationInterface {
  readonly name = 'AgreementReference1764003330900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account_agreement DROP CONSTRAINT account_agreement_account_id_fkey,
        ADD CONSTRAINT account_agreement_account_id_hospital_fkey
          FOREIGN KEY (hospital_id, account_id) REFERENCES account (hospital_id, id) NOT VALID;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
