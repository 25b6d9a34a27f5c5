import type { DispensingSummary } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import type { VerificationResult } from '@yunzhen/shared/signing/verification.contract';
import { doseText } from '@yunzhen/shared/prescribing/dose/instruction';
import { maskedPatientOf } from '../../../platform/person-initials.ts';
import type { Verification, VerifiedRecords } from '../../signing/index.ts';
import type { PrescriptionWithSurroundings } from '../prescription.repository.ts';
import { checkRecord, type RecordCheck } from './record-check.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

type Outcome = VerificationResult['outcome'];
type Shown = NonNullable<VerificationResult['prescription']>;

export type PrescriptionVerification = Verification<'prescription', Outcome, Shown>;

/** Returns what an anonymous visitor may see of a prescription: whether both signatures are valid, and its progress. */
export function prescriptionVerification(
  parts: PrescribingPart<'repository' | 'documents' | 'signing' | 'hooks'>,
): VerifiedRecords<'prescription', Outcome, Shown> {
  const { repository, documents, signing, hooks } = parts;
  return {
    kind: 'prescription',
    coded: (tx, id) => repository.find(tx, id),
    ofFile: (tx, sha256) => documents.prescriptionOf(tx, sha256),
    signedRecord: async (tx, id) => (await repository.signaturesOf(tx, id)).doctor?.jws ?? null,
    stateOf: async (tx, id) => {
      const row = await repository.find(tx, id);
      const [prescription] = row ? await repository.surround(tx, [row]) : [];
      if (!prescription?.signedAt) return null;
      const dispensed = (await hooks.onDispensingAsked.ask(tx, [prescription])).get(id);
      const check = checkRecord(prescription, await repository.signaturesOf(tx, id), await signing.trust(tx));
      const begun = (dispensed?.dispenses.length ?? 0) > 0;
      return {
        outcome: check.reason ? 'altered' : outcomeOf(prescription, tx.now, begun),
        reason: check.reason,
        shown: shown(prescription, check, dispensed),
      };
    },
  };
}

function outcomeOf(row: PrescriptionWithSurroundings, now: Date, dispensed: boolean): Outcome {
  const over = row.validUntil !== null && row.validUntil <= now;
  switch (row.status) {
    case 'rejected':
      return 'rejected';
    case 'cancelled':
      return 'cancelled';
    case 'dispensed':
      return 'used';
    case 'dispensing':
      return over ? 'expired' : 'with-dispenser';
    case 'expired':
      return 'expired';
    case 'approved':
      if (over) return 'expired';
      return dispensed ? 'partly-used' : 'genuine';
    default:
      return over ? 'expired' : 'pending';
  }
}

const remainingOf = (line: DispensingSummary['lines'][number] | undefined) =>
  line ? { value: line.remaining, text: doseText({ value: line.remaining, unit: line.unit }) } : null;

/** Returns the visible facts; the patient is shown by initials only. */
function shown(
  row: PrescriptionWithSurroundings,
  check: RecordCheck,
  dispensing: DispensingSummary | undefined,
): Shown {
  const begun = (dispensing?.dispenses.length ?? 0) > 0;
  const left = new Map(begun ? dispensing?.lines.map((line) => [line.itemId, line]) : []);
  const { around } = row;
  return {
    id: row.id,
    number: row.number,
    hospital: around.hospitalName,
    timeZone: around.timeZone,
    status: row.status,
    issuedAt: (row.signedAt ?? row.createdAt).toISOString(),
    validUntil: (row.validUntil ?? row.createdAt).toISOString(),
    ...maskedPatientOf(around.patientName, around.patientNameLatin),
    doctor: around.doctorName,
    doctorLatin: around.doctorNameLatin,
    pharmacist: check.pharmacist === 'none' ? null : around.pharmacistName,
    pharmacistLatin: check.pharmacist === 'none' ? null : around.pharmacistNameLatin,
    items: row.items.map((item) => ({
      name: item.productName,
      strength: item.strength,
      instruction: item.instruction,
      quantity: doseText(item.quantity),
      remaining: remainingOf(left.get(item.id)),
    })),
    doctorSignature: check.doctor,
    pharmacistSignature: check.pharmacist,
  };
}
