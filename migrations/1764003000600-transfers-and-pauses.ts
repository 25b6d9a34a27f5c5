import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Visits that a doctor handed over to a colleague, and what a doctor’s list of work is found by. */
export class TransfersAndPauses1764003000600 implements MigrationInterface {
  readonly name = 'TransfersAndPauses1764003000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visit_transfer (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        visit_id uuid NOT NULL REFERENCES visit,
        from_practitioner_id uuid NOT NULL REFERENCES practitioner,
        to_practitioner_id uuid NOT NULL REFERENCES practitioner,
        from_department_id uuid NOT NULL REFERENCES department,
        to_department_id uuid NOT NULL REFERENCES department,
        reason text NOT NULL CHECK (reason <> ''),
        status text NOT NULL CHECK (status IN ('open', 'taken', 'declined')),
        decline_reason text NOT NULL DEFAULT '',
        at timestamptz NOT NULL,
        settled_at timestamptz,
        CHECK (from_practitioner_id <> to_practitioner_id),
        CHECK ((status = 'open') = (settled_at IS NULL)),
        CHECK (status <> 'declined' OR decline_reason <> '')
      );
      CREATE INDEX visit_transfer_visit ON visit_transfer (visit_id, at DESC);
      -- A visit is handed over once at a time, whatever two pages do.
      CREATE UNIQUE INDEX visit_transfer_open ON visit_transfer (visit_id) WHERE status = 'open';

      -- What a doctor has still to do is found among little: chats with something unread, visits that were stopped.
      CREATE INDEX chat_unread_by_doctor ON chat (visit_id) WHERE last_sequence > read_by_doctor;
      CREATE INDEX visit_stopped ON visit (practitioner_id) WHERE status = 'referred-offline';
    `);
    await enableTenancy(runner, { visit_transfer: 'SELECT, INSERT, UPDATE (status, decline_reason, settled_at)' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
