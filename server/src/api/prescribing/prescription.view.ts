import type { DispensingSummary } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { ageInYears } from '@yunzhen/shared/core/patient';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { sealedStatuses, type PrescriptionWithSurroundings } from './prescription.repository.ts';
import { findingsOf } from './rules/stored-finding.ts';

/** Returns the prescription as the API sends it. A patient does not receive the alerts that the doctor saw. */
export function toView(
  row: PrescriptionWithSurroundings,
  now: Date,
  reader: 'patient' | 'clinician',
  dispensing: DispensingSummary | null,
): Prescription {
  const { around } = row;
  const clinician = reader === 'clinician';
  return {
    id: row.id,
    number: row.number,
    visitId: row.visitId,
    status: row.status,
    version: row.version,
    patient: {
      id: row.patientId,
      name: around.patientName,
      nameLatin: around.patientNameLatin,
      sex: around.patientSex,
      age: ageInYears(around.patientBirthDate, dayIn(around.timeZone, now)),
    },
    doctor: { id: row.practitionerId, name: around.doctorName, nameLatin: around.doctorNameLatin },
    pharmacist:
      row.pharmacistId && around.pharmacistName !== null
        ? { id: row.pharmacistId, name: around.pharmacistName, nameLatin: around.pharmacistNameLatin ?? '' }
        : null,
    department: around.department,
    diagnoses: row.diagnoses,
    items: row.items,
    safety: clinician ? row.safety : null,
    blockedBy: clinician ? findingsOf(row.blockedBy) : [],
    acknowledgements: clinician ? row.acknowledgements : [],
    createdAt: row.createdAt.toISOString(),
    signedAt: row.signedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    validUntil: row.validUntil?.toISOString() ?? null,
    rejection: row.rejection && { ...row.rejection, also: row.rejection.also ?? [] },
    followUp: clinician ? followUpOf(row) : null,
    document: around.sealed ? 'ready' : sealedStatuses.includes(row.status) ? 'pending' : 'none',
    dispensing,
  };
}

/** A message to the patient after the return counts as well. */
function followUpOf({ followUp, around }: PrescriptionWithSurroundings): Prescription['followUp'] {
  if (followUp) return { kind: followUp.kind, reason: followUp.reason, at: followUp.at };
  if (around.writtenAt === null) return null;
  return { kind: 'message', reason: '', at: new Date(around.writtenAt).toISOString() };
}
