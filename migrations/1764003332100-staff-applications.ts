import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** What invited practitioners state about themselves until an administrator confirms it, and reminders of invitations. */
export class StaffApplications1764003332100 implements MigrationInterface {
  readonly name = 'StaffApplications1764003332100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_application (
        account_id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        -- Granted when the details are confirmed. Until then the account has the role applicant only.
        roles text[] NOT NULL,
        draft jsonb NOT NULL,
        started_at timestamptz NOT NULL,
        submitted_at timestamptz,
        returned_at timestamptz,
        note text NOT NULL DEFAULT '',
        reminded_at timestamptz,
        confirmed_at timestamptz,
        confirmed_by_account_id uuid,
        portrait_sha256 text,
        portrait_small bytea,
        portrait_large bytea,
        CONSTRAINT staff_application_account_id_hospital_fkey
          FOREIGN KEY (hospital_id, account_id) REFERENCES account (hospital_id, id),
        CONSTRAINT staff_application_confirmed_by_account_id_hospital_fkey
          FOREIGN KEY (hospital_id, confirmed_by_account_id) REFERENCES account (hospital_id, id)
      );
      CREATE INDEX staff_application_open ON staff_application (hospital_id, started_at) WHERE confirmed_at IS NULL;

      -- The earlier program reads "practitioner" as complete details, so incomplete ones have a column of their own.
      ALTER TABLE staff_invitation ADD COLUMN prefilled jsonb, ADD COLUMN reminder_hash bytea, ADD COLUMN reminded_at timestamptz;
      GRANT UPDATE (reminder_hash, reminded_at) ON staff_invitation TO yunzhen_app;
    `);
    await enableTenancy(runner, { staff_application: 'SELECT, INSERT, UPDATE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
