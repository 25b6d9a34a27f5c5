import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Who of those that wait is away, whether doctors are there to begin, and why somebody goes before others. */
export class WaitingRoom1764003100100 implements MigrationInterface {
  readonly name = 'WaitingRoom1764003100100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visit_attendance (
        visit_id uuid PRIMARY KEY REFERENCES visit,
        hospital_id uuid NOT NULL REFERENCES hospital,
        -- Said by the patient.
        away_from timestamptz,
        away_until timestamptz,
        -- Seen by us: none of their pages is connected.
        unseen_since timestamptz,
        -- Their turn has come while they were not there.
        called_at timestamptz,
        kept_until timestamptz,
        late_told_at timestamptz,
        CHECK ((away_from IS NULL) = (away_until IS NULL)),
        CHECK ((called_at IS NULL) = (kept_until IS NULL))
      );
      CREATE INDEX visit_attendance_called ON visit_attendance (hospital_id, kept_until) WHERE called_at IS NOT NULL;

      CREATE TABLE practitioner_presence (
        practitioner_id uuid PRIMARY KEY REFERENCES practitioner,
        hospital_id uuid NOT NULL REFERENCES hospital,
        unseen_since timestamptz
      );

      CREATE TABLE visit_triage (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit,
        priority text NOT NULL CHECK (priority IN ('routine', 'urgent', 'asap')),
        reason text NOT NULL CHECK (reason <> ''),
        by_practitioner_id uuid NOT NULL REFERENCES practitioner,
        at timestamptz NOT NULL
      );
      CREATE INDEX visit_triage_visit ON visit_triage (visit_id, at DESC);

      ALTER TABLE practitioner ADD COLUMN off_duty_since timestamptz;
    `);
    await enableTenancy(runner, {
      visit_attendance: 'SELECT, INSERT, UPDATE',
      practitioner_presence: 'SELECT, INSERT, UPDATE',
      visit_triage: 'SELECT, INSERT',
    });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
