import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  schedule: 'SELECT, INSERT, UPDATE',
  schedule_version: 'SELECT, INSERT',
  appointment: 'SELECT, INSERT, UPDATE',
  waitlist_entry: 'SELECT, INSERT, UPDATE',
  waitlist_offer: 'SELECT, INSERT',
  practitioner_pause: 'SELECT, INSERT, UPDATE (ended_at)',
};

/** Doctors’ hours, appointments, the waitlist, pauses; and where a visit stands in its doctor’s queue. */
export class Appointments1764002300000 implements MigrationInterface {
  readonly name = 'Appointments1764002300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Trusted since Postgres 13: the database's owner may create it. Equality and ranges in one exclusion constraint.
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      -- A doctor's hours as one document: they are read whole and replaced whole.
      CREATE TABLE schedule (
        practitioner_id uuid PRIMARY KEY REFERENCES practitioner,
        hospital_id uuid NOT NULL REFERENCES hospital,
        version int NOT NULL,
        weekly jsonb NOT NULL,
        exceptions jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by_account_id uuid REFERENCES account
      );
      CREATE TABLE schedule_version (
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        version int NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        weekly jsonb NOT NULL,
        exceptions jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by_account_id uuid REFERENCES account,
        PRIMARY KEY (practitioner_id, version)
      );

      CREATE TABLE appointment (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        department_id uuid NOT NULL REFERENCES department,
        status text NOT NULL CHECK (status IN ('proposed', 'booked', 'checked-in', 'fulfilled', 'cancelled', 'noshow')),
        version int NOT NULL DEFAULT 1,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        -- Which of the places that the time is given to: 1 up to its capacity.
        place int NOT NULL CHECK (place > 0),
        reason text NOT NULL DEFAULT '',
        offered boolean NOT NULL DEFAULT false,
        hold_until timestamptz,
        extended boolean NOT NULL DEFAULT false,
        -- Counts every change that a calendar must hear of (RFC 5545, 3.8.7.4).
        sequence int NOT NULL DEFAULT 0,
        moves int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        created_by_account_id uuid REFERENCES account,
        booked_at timestamptz,
        ended_at timestamptz,
        ended_as text CHECK (ended_as IN ('patient', 'hospital', 'expired', 'left')),
        end_reason text NOT NULL DEFAULT '',
        late_cancel boolean NOT NULL DEFAULT false,
        visit_id uuid UNIQUE REFERENCES visit,
        day_reminder_at timestamptz,
        hour_reminder_at timestamptz,
        late_told_at timestamptz,
        CHECK (starts_at < ends_at),
        CHECK ((status = 'proposed') <= (hold_until IS NOT NULL)),
        CHECK ((status = 'cancelled') = (ended_as IS NOT NULL)),
        -- Whatever the program does, no two hold one place of a doctor's time, and no patient two times at once.
        CONSTRAINT appointment_place_exclusive EXCLUDE USING gist
          (practitioner_id WITH =, place WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (status IN ('proposed', 'booked', 'checked-in')),
        CONSTRAINT appointment_patient_exclusive EXCLUDE USING gist
          (patient_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (status IN ('proposed', 'booked', 'checked-in'))
      );
      CREATE INDEX appointment_doctor ON appointment (practitioner_id, starts_at);
      CREATE INDEX appointment_patient ON appointment (patient_id, starts_at DESC, id DESC);
      CREATE INDEX appointment_held ON appointment (hospital_id, hold_until) WHERE status = 'proposed';
      CREATE INDEX appointment_coming ON appointment (hospital_id, starts_at) WHERE status = 'booked';

      CREATE TABLE waitlist_entry (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        patient_id uuid NOT NULL REFERENCES patient,
        department_id uuid NOT NULL REFERENCES department,
        -- Empty for any doctor of the department.
        practitioner_id uuid REFERENCES practitioner,
        from_day date NOT NULL,
        until_day date NOT NULL,
        status text NOT NULL CHECK (status IN ('waiting', 'offered', 'filled', 'left')),
        appointment_id uuid REFERENCES appointment,
        joined_at timestamptz NOT NULL,
        ended_at timestamptz,
        CHECK (from_day <= until_day),
        CHECK ((status = 'offered') <= (appointment_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX waitlist_entry_open ON waitlist_entry
        (patient_id, department_id, coalesce(practitioner_id, department_id)) WHERE status IN ('waiting', 'offered');
      CREATE INDEX waitlist_entry_order ON waitlist_entry (department_id, joined_at, id) WHERE status = 'waiting';
      CREATE UNIQUE INDEX waitlist_entry_appointment ON waitlist_entry (appointment_id);

      -- A place is offered to one entry once.
      CREATE TABLE waitlist_offer (
        entry_id uuid NOT NULL REFERENCES waitlist_entry,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        starts_at timestamptz NOT NULL,
        hospital_id uuid NOT NULL REFERENCES hospital,
        appointment_id uuid NOT NULL REFERENCES appointment,
        offered_at timestamptz NOT NULL,
        PRIMARY KEY (entry_id, practitioner_id, starts_at)
      );

      CREATE TABLE practitioner_pause (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        from_at timestamptz NOT NULL,
        until_at timestamptz NOT NULL,
        reason text NOT NULL DEFAULT '',
        ended_at timestamptz,
        CHECK (from_at < until_at)
      );
      CREATE INDEX practitioner_pause_time ON practitioner_pause (practitioner_id, until_at);

      -- The time of the appointment that a visit was booked for, and when it stands in the queue within its priority.
      ALTER TABLE visit ADD COLUMN booked_for timestamptz;
      ALTER TABLE visit ADD COLUMN queue_at timestamptz;
    `);
    await enableTenancy(runner, tenantTables);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
