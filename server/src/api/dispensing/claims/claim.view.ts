import type { DispensingClaim, ListedClaim } from '@yunzhen/shared/dispensing/dispensing.contract';
import type {
  CancellationRequest,
  DispenseReceipt,
  DispensingSummary,
} from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import { quantityStates } from '@yunzhen/shared/dispensing/dispensing';
import type { RoutedPrescription } from '@yunzhen/shared/dispensing/routing.contract';
import { ageInYears } from '@yunzhen/shared/core/patient';
import { maskedPatientOf } from '../../../platform/person-initials.ts';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { maskedIdentity, type DispensableRecord, type PrescriptionRow } from '../../prescribing/index.ts';
import { strengthText, medicineForms, type MedicineProduct } from '../../catalogues/index.ts';
import type { CancellationRow, ClaimRow, DispenseRow } from './claim.repository.ts';
import { effectiveLines } from './corrected-lines.ts';

/** The dispensing state of one prescription. */
export interface DispensingFacts {
  claim: ClaimRow | null;
  dispenses: readonly DispenseRow[];
  cancellation: CancellationRow | null;
}

type Effective = Parameters<typeof effectiveLines>[0];

export const statesOf = (row: Pick<PrescriptionRow, 'items'>, dispenses: readonly Effective[]) =>
  quantityStates(
    row.items,
    dispenses.flatMap((dispense) => effectiveLines(dispense)),
  );

/** Returns the medicines of which something remains to be dispensed, with what remains. */
export function remainingItems(
  row: Pick<PrescriptionRow, 'items'>,
  dispenses: readonly Effective[],
): NonNullable<RoutedPrescription['medicines']> {
  const states = statesOf(row, dispenses);
  return row.items.flatMap(({ id, productName: name, strength, form, quantity, substitutionAllowed }, at) => {
    const value = states[at]?.remaining ?? '0';
    if (Number(value) === 0) return [];
    return [{ id, name, strength, form, quantity: { value, unit: quantity.unit }, substitutionAllowed }];
  });
}

export function toReceipt(row: DispenseRow): DispenseReceipt {
  return {
    id: row.id,
    number: row.number,
    at: row.dispensedAt.toISOString(),
    pharmacy: row.pharmacyName,
    by: row.dispensedBy,
    byLatin: row.dispensedByLatin,
    lines: row.lines.map((line) => ({ ...line, pack: line.pack ?? null })),
    corrections: row.corrections.map((one) => ({
      ...one,
      at: new Date(one.at).toISOString(),
      lines: one.lines.map((line) => ({ ...line, pack: line.pack ?? null })),
    })),
  };
}

export function toCancellation(row: CancellationRow | null): CancellationRequest | null {
  if (!row) return null;
  return {
    status: row.answeredAt === null ? 'asked' : row.agreed ? 'agreed' : 'declined',
    reason: row.reason,
    askedAt: row.askedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    note: row.answerNote,
  };
}

export function toSummary(
  row: PrescriptionRow,
  { claim, dispenses, cancellation }: DispensingFacts,
): DispensingSummary {
  const units = new Map(row.items.map(({ id, quantity }) => [id, quantity.unit]));
  return {
    heldBy: claim ? { pharmacy: claim.pharmacyName, since: claim.claimedAt.toISOString() } : null,
    lines: statesOf(row, dispenses).map((state) => ({ ...state, unit: units.get(state.itemId) ?? '' })),
    dispenses: dispenses.map(toReceipt),
    cancellation: toCancellation(cancellation),
  };
}

export function toListed(
  { prescription }: DispensableRecord,
  facts: DispensingFacts & { claim: ClaimRow },
): ListedClaim {
  const { claim, dispenses, cancellation } = facts;
  return {
    id: claim.id,
    prescriptionId: prescription.id,
    number: prescription.number,
    ...maskedPatientOf(prescription.around.patientName, prescription.around.patientNameLatin),
    items: prescription.items.map(({ productName }) => productName),
    claimedAt: claim.claimedAt.toISOString(),
    validUntil: (prescription.validUntil ?? prescription.createdAt).toISOString(),
    endedAt: claim.endedAt?.toISOString() ?? null,
    endedAs: claim.endedAs,
    dispensed: dispenses.some(({ claimId }) => claimId === claim.id),
    cancellationAsked: cancellation?.claimId === claim.id && cancellation.answeredAt === null,
  };
}

/** Returns the pharmacy’s view. A claim that ended without a dispense contains no patient name. */
export function toClaim(
  record: DispensableRecord,
  facts: DispensingFacts & { claim: ClaimRow },
  substitutes: (productId: string) => MedicineProduct[],
  now: Date,
): DispensingClaim {
  const { prescription, allergies, allergiesStated } = record;
  const { around } = prescription;
  const listed = toListed(record, facts);
  const states = new Map(statesOf(prescription, facts.dispenses).map((state) => [state.itemId, state]));
  const known = listed.endedAt === null || listed.dispensed;
  return {
    ...listed,
    version: prescription.version,
    hospital: around.hospitalName,
    timeZone: around.timeZone,
    endReason: facts.claim.endReason,
    patient: known
      ? {
          name: around.patientName,
          nameLatin: around.patientNameLatin,
          sex: around.patientSex,
          age: ageInYears(around.patientBirthDate, dayIn(around.timeZone, now)),
          identityMasked: maskedIdentity(around.identityLast4),
          phoneMasked: maskedIdentity(around.phoneLast4),
          allergies,
          allergiesStated,
        }
      : null,
    doctor: around.doctorName,
    doctorLatin: around.doctorNameLatin,
    pharmacist: around.pharmacistName ?? '',
    pharmacistLatin: around.pharmacistNameLatin ?? '',
    department: around.department,
    issuedAt: (prescription.signedAt ?? prescription.createdAt).toISOString(),
    lines: prescription.items.map((item) => ({
      item,
      dispensed: states.get(item.id)?.dispensed ?? '0',
      remaining: states.get(item.id)?.remaining ?? '0',
      substitutes: item.substitutionAllowed
        ? substitutes(item.productId).map((product) => ({
            productId: product.id,
            name: product.name,
            strength: strengthText(product),
            form: medicineForms[product.form],
          }))
        : [],
    })),
    dispenses: facts.dispenses.map(toReceipt),
    ownReceipts: facts.dispenses.filter(({ pharmacyId }) => pharmacyId === facts.claim.pharmacyId).map(({ id }) => id),
    cancellation: facts.cancellation?.claimId === facts.claim.id ? toCancellation(facts.cancellation) : null,
  };
}
