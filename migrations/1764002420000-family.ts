import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Who acts for whom: parents and guardians for children, and others for adults who have agreed. */
export class Family1764002420000 implements MigrationInterface {
  readonly name = 'Family1764002420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE guardianship (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        guardian_account_id uuid NOT NULL REFERENCES account,
        -- Null as long as nobody with an account at that address was invited.
        patient_id uuid REFERENCES patient,
        relation text NOT NULL CHECK (relation IN ('parent', 'guardian', 'carer')),
        basis text NOT NULL CHECK (basis IN ('minor', 'consent')),
        state text NOT NULL CHECK (state IN ('invited', 'active', 'declined', 'ended')),
        -- What the guardian declared, in the words that were shown; for an adult, that they agreed.
        evidence text NOT NULL,
        -- How the guardian wrote the address of an adult, so that their list tells them no more than they knew.
        invited_sealed text,
        -- The day of coming of age: from it on nobody acts by this.
        until date,
        created_at timestamptz NOT NULL,
        decided_at timestamptz,
        ended_at timestamptz,
        end_reason text CHECK (end_reason IN ('guardian', 'dependant', 'of-age')),
        CHECK ((basis = 'minor') = (until IS NOT NULL)),
        CHECK (state <> 'active' OR (patient_id IS NOT NULL AND decided_at IS NOT NULL)),
        CHECK ((state = 'ended') = (ended_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX guardianship_open ON guardianship (guardian_account_id, patient_id) WHERE state IN ('invited', 'active');
      CREATE INDEX guardianship_patient ON guardianship (patient_id) WHERE state IN ('invited', 'active');
      CREATE INDEX guardianship_of_age ON guardianship (hospital_id, until) WHERE state = 'active';

      -- Whom a session acts for. Tokens that were issued for anybody else are good no more.
      ALTER TABLE session ADD COLUMN acting_patient_id uuid REFERENCES patient;
      CREATE INDEX session_acting ON session (acting_patient_id) WHERE acting_patient_id IS NOT NULL AND ended_at IS NULL;

      CREATE FUNCTION begin_request(hospital uuid, actor_session uuid, acting_for uuid) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('app.hospital_id', hospital::text, true);
        RETURN actor_session IS NULL OR EXISTS (
          SELECT 1 FROM session WHERE id = actor_session AND ended_at IS NULL AND acting_patient_id IS NOT DISTINCT FROM acting_for
        );
      END $$;

      -- The adult who is with a young child in a visit, and says so.
      ALTER TABLE visit ADD COLUMN guardian jsonb;
    `);
    await enableTenancy(runner, { guardianship: 'SELECT, INSERT, UPDATE' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
