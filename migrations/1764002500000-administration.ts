import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Staff that is invited and changes its roles, and departments that are opened and closed. */
export class Administration1764002500000 implements MigrationInterface {
  readonly name = 'Administration1764002500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the account as the administrator keeps it; a change that was based on an older one is refused.
      ALTER TABLE account ADD version int NOT NULL DEFAULT 1;
      CREATE INDEX account_staff ON account (hospital_id)
        WHERE roles && ARRAY['doctor', 'pharmacist', 'supervisor', 'president', 'administrator'];

      CREATE TABLE staff_invitation (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        email text NOT NULL,
        name text NOT NULL,
        name_latin text NOT NULL DEFAULT '',
        locale text NOT NULL,
        roles text[] NOT NULL,
        -- What the account will need to practise; null for those who do not.
        practitioner jsonb,
        -- Of the link's secret only this is kept.
        secret_hash bytea NOT NULL,
        -- Null for the first administrator, whom the operator invites.
        invited_by uuid REFERENCES account,
        invited_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        withdrawn_at timestamptz
      );
      CREATE INDEX staff_invitation_open ON staff_invitation (hospital_id, invited_at DESC, id DESC)
        WHERE used_at IS NULL AND withdrawn_at IS NULL;

      ALTER TABLE department ADD active boolean NOT NULL DEFAULT true, ADD version int NOT NULL DEFAULT 1;
      GRANT DELETE ON department TO yunzhen_app;
    `);
    await enableTenancy(runner, {
      staff_invitation: 'SELECT, INSERT, UPDATE (secret_hash, expires_at, used_at, withdrawn_at)',
    });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
