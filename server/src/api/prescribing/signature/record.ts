import type { PrescriptionWithSurroundings } from '../prescription.repository.ts';
import type { PrescriptionRecord } from './prescription-json.ts';

/** Returns the printable identity number: its last four characters, without revealing its length. */
export function maskedIdentity(last4: string | null): string {
  return last4 === null ? '' : `****${last4}`;
}

/** Returns the record that the doctor signs. */
export function toRecord(row: PrescriptionWithSurroundings, signedAt: Date, validUntil: Date): PrescriptionRecord {
  const { around } = row;
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    visitId: row.visitId,
    priorPrescriptionId: null,
    hospital: { id: row.hospitalId, name: around.hospitalName },
    department: { id: row.departmentId, name: around.department },
    prescriber: { id: row.practitionerId, name: around.doctorName, licence: around.doctorLicence },
    patient: {
      id: row.patientId,
      name: around.patientName,
      sex: around.patientSex,
      birthDate: around.patientBirthDate,
      identityMasked: maskedIdentity(around.identityLast4),
    },
    diagnoses: row.diagnoses,
    items: row.items.map(({ productName, ...item }) => ({ ...item, name: productName })),
    checks: {
      dataVersion: row.safety?.dataVersion ?? 'none',
      checkedAt: new Date(row.safety?.checkedAt ?? signedAt),
      release: row.safety?.release ?? null,
      ran: row.safety?.checks ?? [],
      notChecked: row.safety?.notChecked ?? [],
      alerts: (row.safety?.issues ?? []).map(({ id, severity }) => ({ issueId: id, severity })),
      overrides: row.acknowledgements,
    },
    circumstances: around.circumstances,
    basis: around.basis,
    signedAt,
    validUntil,
  };
}
