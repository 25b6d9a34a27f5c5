import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What retention and the jobs of every minute look for, by hospital. */
const due = [
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS visit_process_due ON visit (hospital_id, ended_at) WHERE process_forgotten_at IS NULL AND ended_at IS NOT NULL',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS patient_record_due ON patient (hospital_id, record_due_at)',
  `CREATE INDEX CONCURRENTLY IF NOT EXISTS visit_open ON visit (hospital_id) WHERE status IN ('planned', 'waiting', 'in-progress')`,
];

/** What a record is deleted along: references whose only index, if any, covers a part of the rows. */
const references = [
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS allergy_of_patient ON allergy (patient_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS call_invitation_session ON call_invitation (session_id) WHERE session_id IS NOT NULL',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS clinical_document_patient ON clinical_document (patient_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS condition_of_patient ON condition (patient_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS consent_patient ON consent (patient_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS dispense_claim ON dispense (claim_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS dispensing_cancellation_claim ON dispensing_cancellation (claim_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS dispensing_claim_prescription ON dispensing_claim (prescription_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS guardianship_of_patient ON guardianship (patient_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS medication_statement_of_patient ON medication_statement (patient_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS notification_patient ON notification (patient_id) WHERE patient_id IS NOT NULL',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS observation_of_patient ON observation (patient_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS pregnancy_statement_of_patient ON pregnancy_statement (patient_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS prescription_visit ON prescription (visit_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS record_export_link_session ON record_export_link (session_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS repeat_request_prescription ON repeat_request (prescription_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS session_acted_for ON session (acting_patient_id) WHERE acting_patient_id IS NOT NULL',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS waitlist_entry_patient ON waitlist_entry (patient_id)',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS waitlist_offer_appointment ON waitlist_offer (appointment_id)',
];

/** Retention reads by index, not every row. */
export class RetentionIndexes1764003400030 implements MigrationInterface {
  readonly name = 'RetentionIndexes1764003400030';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...due, ...references]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
