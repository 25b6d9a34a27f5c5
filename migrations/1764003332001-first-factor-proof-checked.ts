import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks the rows that existed before `first-factor-proof`, without a lock that stops writers. */
export class FirstFactorProofChecked1764003332001 implements MigrationInterface {
  readonly name = 'FirstFactorProofChecked1764003332001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE one_time_code VALIDATE CONSTRAINT one_time_code_purpose_check');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
