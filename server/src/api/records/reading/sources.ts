import { fileBytesSql } from '../../../platform/files/store/file-place.ts';
import { recordLooks } from '../../core/record-looks.ts';

/** Returns SQL for a reference to an account within the record of patient `$1`: the patient, a practitioner, or a guardian. */
export const whoIs = (account: string): string => `(SELECT coalesce(
    (SELECT 'Patient/' || x.id FROM patient x WHERE x.account_id = ${account} AND x.id = $1::uuid),
    (SELECT 'Practitioner/' || x.id FROM practitioner x WHERE x.account_id = ${account}),
    (SELECT 'RelatedPerson/' || x.id FROM guardianship x WHERE x.guardian_account_id = ${account} AND x.patient_id = $1::uuid
       AND x.state IN ('active', 'ended') ORDER BY x.created_at DESC LIMIT 1)))`;

const last = (kind: string, column: string) => `(SELECT v.${column} FROM chart_entry_event v
   WHERE v.patient_id = e.patient_id AND v.kind = '${kind}' AND v.entry_id = e.id ORDER BY v.version DESC LIMIT 1)`;

const entry = (kind: string) => `e.id, e.patient_id AS "patientId", e.recorded_by AS "recordedBy",
  ${whoIs('e.recorded_by_account_id')} AS author, e.recorded_at AS "recordedAt", e.confirmed_at AS "confirmedAt", e.retracted_at AS "retractedAt",
  ${last(kind, 'action')} AS "lastAction", ${last(kind, 'actor_role')} AS "lastBy", ${last(kind, 'reason')} AS "lastReason"`;

/** Audit actions that show the record, as its owner sees them in the app; the owner’s own reads are excluded. */
const looks = recordLooks.map((action) => `'${action}'`).join(', ');

/**
 * One select per kind of resource. `$1` is the patient; `key` is unique within the kind and increases with time. Drafts, unfinished content of open
 * visits and secrets of printed codes are excluded.
 */
export const sources = {
  hospital: `SELECT h.id::text AS key, h.id, h.slug, h.name, h.settings->>'phone' AS phone
    FROM hospital h JOIN patient p ON p.hospital_id = h.id WHERE p.id = $1`,
  patient: `SELECT p.id::text AS key, p.id, p.name, p.name_latin AS "nameLatin", to_char(p.birth_date, 'YYYY-MM-DD') AS "birthDate", p.sex,
      coalesce(p.phone, a.phone) AS phone, a.email, a.locale AS language, p.hospital_id AS "hospitalId"
    FROM patient p LEFT JOIN account a ON a.id = p.account_id AND a.roles && ARRAY['patient'] WHERE p.id = $1`,
  relatedPersons: `SELECT g.id::text AS key, g.id, g.patient_id AS "patientId", a.display_name AS name, a.display_name_latin AS "nameLatin",
      g.relation, g.state, g.decided_at AS "from", g.ended_at AS "endedAt"
    FROM guardianship g JOIN account a ON a.id = g.guardian_account_id WHERE g.patient_id = $1 AND g.state IN ('active', 'ended')`,
  practitioners: `SELECT p.id::text AS key, p.id, p.hospital_id AS "hospitalId", p.kind, p.name, p.name_latin AS "nameLatin", p.title,
      p.licence_number AS licence, p.languages,
      (SELECT coalesce(jsonb_agg(d.name ORDER BY d.position), '[]') FROM practitioner_department pd JOIN department d ON d.id = pd.department_id
       WHERE pd.practitioner_id = p.id) AS departments
    FROM practitioner p WHERE p.id IN (
        SELECT practitioner_id FROM visit WHERE patient_id = $1
        UNION SELECT practitioner_id FROM appointment WHERE patient_id = $1
        UNION SELECT practitioner_id FROM prescription WHERE patient_id = $1
        UNION SELECT practitioner_id FROM clinical_document WHERE patient_id = $1
        UNION SELECT practitioner_id FROM break_glass WHERE patient_id = $1
        UNION SELECT n.author_id FROM note n JOIN visit v ON v.id = n.visit_id WHERE v.patient_id = $1
        UNION SELECT n.practitioner_id FROM note_signature n JOIN visit v ON v.id = n.visit_id WHERE v.patient_id = $1
        UNION SELECT n.practitioner_id FROM note_addendum n JOIN visit v ON v.id = n.visit_id WHERE v.patient_id = $1
        UNION SELECT r.pharmacist_id FROM review r JOIN prescription s ON s.id = r.prescription_id WHERE s.patient_id = $1
        UNION SELECT g.practitioner_id FROM prescription_signature g JOIN prescription s ON s.id = g.prescription_id WHERE s.patient_id = $1)
      OR p.account_id IN (
        SELECT recorded_by_account_id FROM allergy WHERE patient_id = $1
        UNION SELECT recorded_by_account_id FROM condition WHERE patient_id = $1
        UNION SELECT recorded_by_account_id FROM medication_statement WHERE patient_id = $1
        UNION SELECT recorded_by_account_id FROM observation WHERE patient_id = $1
        UNION SELECT recorded_by_account_id FROM pregnancy_statement WHERE patient_id = $1
        UNION SELECT recorded_by_account_id FROM chart_document WHERE patient_id = $1
        UNION SELECT m.author_account_id FROM chat_message m JOIN visit v ON v.id = m.visit_id WHERE v.patient_id = $1
        UNION SELECT e.actor_account_id FROM audit_event e JOIN patient t ON t.id = $1 WHERE e.hospital_id = t.hospital_id
          AND e.patient_id = $1 AND e.outcome = 'done' AND e.action IN (${looks}))`,
  pharmacies: `SELECT f.id::text AS key, f.id, f.name, f.phone FROM pharmacy f WHERE f.id IN (
        SELECT d.pharmacy_id FROM dispense d JOIN prescription s ON s.id = d.prescription_id WHERE s.patient_id = $1
        UNION SELECT c.pharmacy_id FROM pharmacy_choice c JOIN prescription s ON s.id = c.prescription_id WHERE s.patient_id = $1)`,
  appointments: `SELECT a.id::text AS key, a.id, a.patient_id AS "patientId", a.practitioner_id AS "practitionerId", d.name AS department, a.status,
      a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.created_at AS "createdAt", a.reason, a.ended_as AS "endedAs", a.end_reason AS "endReason"
    FROM appointment a JOIN department d ON d.id = a.department_id WHERE a.patient_id = $1`,
  visits: `SELECT v.id::text AS key, v.id, v.patient_id AS "patientId", v.hospital_id AS "hospitalId", v.practitioner_id AS "practitionerId",
      d.name AS department, v.status, v.priority, v.complaint, v.intake, v.created_at AS "createdAt", v.checked_in_at AS "checkedInAt",
      v.admitted_at AS "admittedAt", v.ended_at AS "endedAt", v.end_reason AS "endReason", v.summary,
      (SELECT a.id FROM appointment a WHERE a.visit_id = v.id) AS "appointmentId",
      (SELECT jsonb_build_object('number', b.number, 'minor', b.minor, 'currency', b.currency, 'issuedAt', b.issued_at)
       FROM visit_bill b WHERE b.visit_id = v.id) AS bill,
      (SELECT coalesce(jsonb_agg(g.id ORDER BY g.is_primary DESC, g.position), '[]') FROM diagnosis g
       WHERE g.visit_id = v.id AND v.ended_at IS NOT NULL) AS "diagnosisIds"
    FROM visit v JOIN department d ON d.id = v.department_id WHERE v.patient_id = $1`,
  intakePictures: `SELECT p.id::text AS key, p.id, p.patient_id AS "patientId", p.visit_id AS "visitId", p.type,
      ${fileBytesSql('p')} AS bytes, p.uploaded_at AS "uploadedAt"
    FROM intake_picture p WHERE p.patient_id = $1 AND p.visit_id IS NOT NULL`,
  consents: `SELECT c.id::text AS key, c.id, c.patient_id AS "patientId", c.visit_id AS "visitId", c.hospital_id AS "hospitalId",
      c.text_version AS version, c.text_locale AS locale, t.title, t.paragraphs, ${whoIs('c.given_by_account_id')} AS "givenBy", c.given_at AS "givenAt"
    FROM consent c JOIN consent_text t ON t.hospital_id = c.hospital_id AND t.kind = 'visit-consent' AND t.version = c.text_version AND t.locale = c.text_locale
    WHERE c.patient_id = $1`,
  conditions: `SELECT e.id::text AS key, ${entry('condition')}, e.code, e.title, to_char(e.since, 'YYYY-MM-DD') AS since, e.resolved_at AS "resolvedAt"
    FROM condition e WHERE e.patient_id = $1`,
  diagnoses: `SELECT g.id::text AS key, g.id, g.patient_id AS "patientId", g.visit_id AS "visitId", v.practitioner_id AS "practitionerId", g.code, g.title,
      g.certainty, g.recorded_at AS "recordedAt"
    FROM diagnosis g JOIN visit v ON v.id = g.visit_id WHERE g.patient_id = $1 AND v.ended_at IS NOT NULL`,
  noKnownAllergies: `SELECT p.id::text AS key, p.id AS "patientId", p.no_known_allergies_at AS "statedAt"
    FROM patient p WHERE p.id = $1 AND p.no_known_allergies_at IS NOT NULL`,
  allergies: `SELECT e.id::text AS key, ${entry('allergy')}, e.substance, e.substance_code AS "substanceCode", e.category, e.reaction, e.severity
    FROM allergy e WHERE e.patient_id = $1`,
  statedMedicines: `SELECT e.id::text AS key, ${entry('medicine')}, e.product_id AS "productId", e.text, e.dosage
    FROM medication_statement e WHERE e.patient_id = $1`,
  observations: `SELECT e.id::text AS key, ${entry('observation')}, e.kind, trim_scale(e.value)::text AS value,
      trim_scale(e.diastolic)::text AS diastolic, e.unit, e.measured_at AS "measuredAt"
    FROM observation e WHERE e.patient_id = $1`,
  pregnancies: `SELECT e.id::text AS key, ${entry('pregnancy')}, e.pregnancy, e.trimester, to_char(e.due_date, 'YYYY-MM-DD') AS "dueDate", e.lactation
    FROM pregnancy_statement e WHERE e.patient_id = $1`,
  notes: `SELECT n.visit_id::text AS key, n.visit_id AS "visitId", v.patient_id AS "patientId", n.hospital_id AS "hospitalId",
      n.author_id AS "practitionerId", n.content, n.signed_at AS "signedAt",
      (SELECT CASE WHEN h.settings->>'noteForm' = 'outpatient' THEN 'outpatient' ELSE 'soap' END FROM hospital h WHERE h.id = n.hospital_id) AS form,
      (SELECT jsonb_build_object('practitionerId', s.practitioner_id, 'jws', s.jws, 'certificate', s.certificate_pem, 'at', s.signed_at)
       FROM note_signature s WHERE s.visit_id = n.visit_id) AS signature,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'text', a.text, 'practitionerId', a.practitioner_id, 'jws', a.jws,
         'certificate', a.certificate_pem, 'at', a.at) ORDER BY a.number), '[]') FROM note_addendum a WHERE a.visit_id = n.visit_id) AS addenda
    FROM note n JOIN visit v ON v.id = n.visit_id WHERE v.patient_id = $1 AND n.status = 'signed'`,
  prescriptions: `SELECT s.id::text AS key, s.id, s.number, s.patient_id AS "patientId", s.visit_id AS "visitId", s.hospital_id AS "hospitalId",
      s.practitioner_id AS "practitionerId", s.status, s.items, s.diagnoses, s.safety, s.acknowledgements, s.signed_at AS "signedAt",
      s.valid_until AS "validUntil", s.rejection, s.cancel_reason AS "cancelReason",
      (SELECT c.pharmacy_id FROM pharmacy_choice c WHERE c.prescription_id = s.id) AS "chosenPharmacyId",
      (SELECT jsonb_build_object('id', r.id, 'status', r.status, 'pharmacistId', r.pharmacist_id, 'requestedAt', r.requested_at,
         'startedAt', r.started_at, 'decidedAt', r.decided_at) FROM review r WHERE r.prescription_id = s.id) AS review,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'practitionerId', g.practitioner_id, 'jws', g.jws,
         'certificate', g.certificate_pem, 'signedAt', g.signed_at) ORDER BY g.signed_at), '[]')
       FROM prescription_signature g WHERE g.prescription_id = s.id) AS signatures,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'number', d.number, 'pharmacyId', d.pharmacy_id, 'at', d.dispensed_at,
         'by', d.dispensed_by, 'lines', coalesce((SELECT k.lines FROM dispense_correction k
           WHERE k.dispense_id = d.id ORDER BY k.corrected_at DESC, k.id DESC LIMIT 1), d.lines), 'receipt', d.receipt) ORDER BY d.dispensed_at), '[]')
       FROM dispense d WHERE d.prescription_id = s.id) AS dispenses
    FROM prescription s WHERE s.patient_id = $1 AND s.signed_at IS NOT NULL`,
  sealedPrescriptions: `SELECT s.id || f.locale AS key, s.id, 'prescription' AS kind, s.number, s.patient_id AS "patientId", s.visit_id AS "visitId",
      s.hospital_id AS "hospitalId", s.practitioner_id AS "practitionerId", f.locale, NULL AS paper, f.sealed_at AS "sealedAt",
      ${fileBytesSql('f', 'bytes')} AS bytes, false AS revoked, NULL AS "revokeReason"
    FROM prescription s JOIN prescription_document f ON f.prescription_id = s.id WHERE s.patient_id = $1`,
  sealedDocuments: `SELECT c.id || f.locale || f.paper AS key, c.id, c.kind, c.number, c.patient_id AS "patientId", c.visit_id AS "visitId",
      c.hospital_id AS "hospitalId", c.practitioner_id AS "practitionerId", f.locale, f.paper, f.sealed_at AS "sealedAt",
      ${fileBytesSql('f', 'bytes')} AS bytes, c.status = 'revoked' AS revoked, c.revoke_reason AS "revokeReason"
    FROM clinical_document c JOIN clinical_document_file f ON f.document_id = c.id WHERE c.patient_id = $1`,
  chartDocuments: `SELECT e.id::text AS key, ${entry('document')}, e.category, e.title, e.type, ${fileBytesSql('e')} AS bytes
    FROM chart_document e WHERE e.patient_id = $1`,
  chatMessages: `SELECT m.visit_id || to_char(m.sequence, 'FM0000000000') AS key, m.id, m.visit_id AS "visitId", v.patient_id AS "patientId",
      v.practitioner_id AS "practitionerId", m.author_role AS "authorRole", ${whoIs('m.author_account_id')} AS author, m.text, m.sent_at AS "sentAt",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type, 'bytes', ${fileBytesSql('f')})
         ORDER BY f.position), '[]') FROM chat_attachment f WHERE f.visit_id = m.visit_id AND f.message_id = m.id) AS files
    FROM chat_message m JOIN visit v ON v.id = m.visit_id WHERE v.patient_id = $1`,
  looks: `SELECT e.id::text AS key, e.id, e.patient_id AS "patientId", e.hospital_id AS "hospitalId", e.action, e.at,
      coalesce(p.name, a.display_name) AS person, p.id AS "practitionerId", e.actor_roles AS roles,
      coalesce(e.details->>'by' = 'break-glass', false) AS "breakGlass", NULL AS reason
    FROM audit_event e JOIN account a ON a.id = e.actor_account_id LEFT JOIN practitioner p ON p.account_id = a.id
    JOIN patient t ON t.id = $1
    WHERE e.hospital_id = t.hospital_id AND e.patient_id = $1 AND e.outcome = 'done' AND e.action IN (${looks})
      AND e.actor_account_id IS DISTINCT FROM t.account_id`,
  emergencies: `SELECT b.id::text AS key, b.id, b.patient_id AS "patientId", b.hospital_id AS "hospitalId", 'break-glass.opened' AS action,
      b.opened_at AS at, p.name AS person, p.id AS "practitionerId", ARRAY['doctor'] AS roles, true AS "breakGlass",
      concat_ws(': ', b.reason, nullif(b.explanation, '')) AS reason
    FROM break_glass b JOIN practitioner p ON p.id = b.practitioner_id WHERE b.patient_id = $1`,
} as const;

export type SourceName = keyof typeof sources;
