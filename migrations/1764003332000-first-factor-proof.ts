import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first second factor of an account needs a proof beside the password: sessions record it, and codes have a purpose for it. */
export class FirstFactorProof1764003332000 implements MigrationInterface {
  readonly name = 'FirstFactorProof1764003332000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session ADD COLUMN enrolment_proven_at timestamptz;
      ALTER TABLE one_time_code DROP CONSTRAINT one_time_code_purpose_check;
      ALTER TABLE one_time_code ADD CONSTRAINT one_time_code_purpose_check
        CHECK (purpose IN ('sign-up', 'sign-in', 'reset-password', 'change-contact', 'confirm', 'enrol')) NOT VALID;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
