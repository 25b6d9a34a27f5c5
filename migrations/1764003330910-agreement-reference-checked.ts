import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks the agreements that are there against the key of the migration before. */
export class AgreementReferenceChecked1764003330910 implements MigrationInterface {
  readonly name = 'AgreementReferenceChecked1764003330910';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account_agreement VALIDATE CONSTRAINT account_agreement_account_id_hospital_fkey');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
