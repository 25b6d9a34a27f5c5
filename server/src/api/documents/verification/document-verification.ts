import type { DocumentVerification } from '@yunzhen/shared/documents/documents.contract';
import { maskedPatientOf } from '../../../platform/person-initials.ts';
import { canonicalJson, type JsonValue } from '../../../platform/signing/canonical-json.ts';
import {
  signedPayload as readSigned,
  type PractitionerSignatures,
  type Verification,
  type VerifiedRecords,
} from '../../signing/index.ts';
import { DOCUMENT_JWS_TYPE, recordOf, type DocumentRecord } from '../document-json.ts';
import type { DocumentRow, DocumentsRepository } from '../documents.repository.ts';

type Outcome = DocumentVerification['outcome'];
type Shown = NonNullable<DocumentVerification['document']>;
export type DocumentVerifying = Verification<'document', Outcome, Shown>;

interface Parts {
  documents: DocumentsRepository;
  signatures: Pick<PractitionerSignatures, 'trust'>;
}

/** What the public may see of a document: whether it is unchanged since it was signed, and whether it was revoked. */
export function documentVerification({ documents, signatures }: Parts): VerifiedRecords<'document', Outcome, Shown> {
  return {
    kind: 'document',
    coded: (tx, id) => documents.find(tx, id),
    ofFile: (tx, sha256) => documents.ofFile(tx, sha256),
    signedRecord: async (tx, id) => (await documents.find(tx, id))?.jws ?? null,
    stateOf: async (tx, id) => {
      const row = await documents.find(tx, id);
      if (!row?.jws || !row.certificatePem || !row.signedAt || !row.signedPayload) return null;
      const { jws, certificatePem, signedAt, signedPayload } = row;
      const signed = readSigned({ jws, certificatePem, signedAt }, DOCUMENT_JWS_TYPE, await signatures.trust(tx));
      const record = recordOf(signed ?? (JSON.parse(signedPayload) as JsonValue));
      const reason = !signed
        ? 'doctor-signature'
        : canonicalJson(signed) !== signedPayload || !record || !rowStillSays(row, record)
          ? 'record-differs'
          : null;
      return {
        outcome: reason ? 'altered' : row.status === 'revoked' ? 'cancelled' : 'genuine',
        reason,
        shown: record && shown(row, record, signed ? 'valid' : 'invalid'),
      };
    },
  };
}

function rowStillSays(row: DocumentRow, record: DocumentRecord): boolean {
  return (
    record.id === row.id &&
    record.number === row.number &&
    record.visitId === row.visitId &&
    record.patient.id === row.patientId &&
    record.author.id === row.practitionerId &&
    record.body.kind === row.kind &&
    record.version === row.version &&
    record.signedAt === row.signedAt?.toISOString()
  );
}

/** Returns only the patient’s initials, and of a sick note what its recipient needs. */
function shown(
  row: DocumentRow,
  { id, number, hospital, patient, author, body, signedAt }: DocumentRecord,
  signature: 'valid' | 'invalid',
): Shown {
  return {
    id,
    number,
    kind: body.kind,
    hospital: hospital.name,
    timeZone: hospital.timeZone,
    issuedAt: signedAt,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    ...maskedPatientOf(patient.name, row.patientNameLatin),
    doctor: author.name,
    doctorLatin: row.doctorNameLatin,
    sickNote:
      body.kind === 'sick-note' ? { purpose: body.purpose, from: body.from, to: body.to, days: body.days } : null,
    signature,
  };
}
