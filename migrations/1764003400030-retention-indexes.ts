import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a record is deleted along: references whose only index, if any, covers a part of the rows. */
const references: Readonly<Record<string, string>> = {
  allergy_of_patient: 'allergy (patient_id)',
  call_invitation_session: 'call_invitation (session_id) WHERE session_id IS NOT NULL',
  clinical_document_patient: 'clinical_document (patient_id)',
  condition_of_patient: 'condition (patient_id)',
  consent_patient: 'consent (patient_id)',
  dispense_claim: 'dispense (claim_id)',
  dispensing_cancellation_claim: 'dispensing_cancellation (claim_id)',
  dispensing_claim_prescription: 'dispensing_claim (prescription_id)',
  guardianship_of_patient: 'guardianship (patient_id)',
  medication_statement_of_patient: 'medication_statement (patient_id)',
  notification_patient: 'notification (patient_id) WHERE patient_id IS NOT NULL',
  observation_of_patient: 'observation (patient_id)',
  pregnancy_statement_of_patient: 'pregnancy_statement (patient_id)',
  prescription_visit: 'prescription (visit_id)',
  record_export_link_session: 'record_export_link (session_id)',
  repeat_request_prescription: 'repeat_request (prescription_id)',
  session_acted_for: 'session (acting_patient_id) WHERE acting_patient_id IS NOT NULL',
  waitlist_entry_patient: 'waitlist_entry (patient_id)',
  waitlist_offer_appointment: 'waitlist_offer (appointment_id)',
};

/** What retention and the jobs of every minute look for, by hospital. */
export class RetentionIndexes1764003400030 implements MigrationInterface {
  readonly name = 'RetentionIndexes1764003400030';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const indexes = {
      visit_process_due: `visit (hospital_id, ended_at) WHERE process_forgotten_at IS NULL AND ended_at IS NOT NULL`,
      patient_record_due: 'patient (hospital_id, record_due_at)',
      visit_open: `visit (hospital_id) WHERE status IN ('planned', 'waiting', 'in-progress')`,
      ...references,
    };
    for (const [name, on] of Object.entries(indexes))
      await runner.query(`CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name} ON ${on}`);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
