import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Which version of the privacy notice and the terms an account has agreed to, and when. Rows are only added. */
export class AccountAgreements1764003322100 implements MigrationInterface {
  readonly name = 'AccountAgreements1764003322100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account_agreement (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        account_id uuid NOT NULL REFERENCES account,
        kind text NOT NULL CHECK (kind IN ('privacy', 'terms')),
        text_version text NOT NULL,
        text_locale text NOT NULL,
        agreed_at timestamptz NOT NULL,
        UNIQUE (account_id, kind, text_version)
      );
    `);
    await enableTenancy(runner, { account_agreement: 'SELECT, INSERT' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
