import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a page gives to the safety code of a call: a commitment, then its nonce. */
export class CodeParts1764003312000 implements MigrationInterface {
  readonly name = 'CodeParts1764003312000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE call_key ADD COLUMN code_round text, ADD COLUMN code_commitment text, ADD COLUMN code_nonce text;
      GRANT UPDATE (code_round, code_commitment, code_nonce) ON call_key TO yunzhen_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
