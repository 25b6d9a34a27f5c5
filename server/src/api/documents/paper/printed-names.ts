import { bothNames } from '../../../platform/paper/both-names.ts';
import type { DocumentRecord } from '../document-json.ts';
import type { DocumentRow } from '../documents.repository.ts';

/** Returns the record as it is printed: with the Latin names that the signed record does not hold. */
export function withBothNames(record: DocumentRecord, row: DocumentRow): DocumentRecord {
  const { author, patient } = record;
  return {
    ...record,
    author: { ...author, name: bothNames(author.name, row.doctorNameLatin) },
    patient: { ...patient, name: bothNames(patient.name, row.patientNameLatin) },
  };
}
