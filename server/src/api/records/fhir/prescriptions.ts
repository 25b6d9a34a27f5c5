import type {
  DetectedIssue,
  MedicationDispense,
  MedicationRequest,
  Provenance,
  Resource,
  Task,
} from '@medplum/fhirtypes';
import type { Acknowledgement, PrescriptionItem, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { DispensedLine } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { PrescriptionStatus, ReviewStatus } from '@yunzhen/shared/prescribing/prescription';
import { amountOf, dosageOf, inDays } from './dosage.ts';
import {
  coding,
  compact,
  concept,
  either,
  identifier,
  iso,
  ownStatus,
  refer,
  systems,
  type Words,
} from './fhir-values.ts';
import { provenanceOf } from './signatures.ts';

interface ReviewPart {
  id: string;
  status: ReviewStatus;
  pharmacistId: string | null;
  requestedAt: string;
  startedAt: string | null;
  decidedAt: string | null;
}

interface SignaturePart {
  role: 'doctor' | 'pharmacist';
  practitionerId: string;
  jws: string;
  certificate: string;
  signedAt: string;
}

interface DispensePart {
  id: string;
  number: string;
  pharmacyId: string;
  at: string;
  by: string;
  lines: DispensedLine[];
  receipt: string;
}

export interface PrescriptionRow {
  id: string;
  number: string;
  patientId: string;
  visitId: string;
  hospitalId: string;
  practitionerId: string;
  status: PrescriptionStatus;
  items: PrescriptionItem[];
  diagnoses: { code: string; title: LocalizedText }[];
  safety: SafetyReport | null;
  acknowledgements: Acknowledgement[];
  signedAt: Date;
  validUntil: Date | null;
  rejection: { reason: string; text: string } | null;
  cancelReason: string | null;
  /** The pharmacy that the patient sent it to and that has not claimed it. */
  chosenPharmacyId: string | null;
  review: ReviewPart | null;
  signatures: SignaturePart[];
  dispenses: DispensePart[];
}

/** As in shared/src/prescribing/prescription.ts. Unsigned drafts are not part of the record. */
const requestStatus: Record<PrescriptionStatus, MedicationRequest['status']> = {
  draft: 'draft',
  signed: 'active',
  'under-review': 'active',
  approved: 'active',
  dispensing: 'active',
  dispensed: 'completed',
  rejected: 'cancelled',
  cancelled: 'cancelled',
  expired: 'stopped',
};

const requestId = (row: PrescriptionRow, index: number) => `${row.id}-${index + 1}`;
const issueId = (row: PrescriptionRow, index: number) => `${row.id}-issue-${index + 1}`;

/** Returns all resources of one prescription, in order of their creation. */
export function prescriptionOf(row: PrescriptionRow, words: Words): Resource[] {
  return [
    ...requestsOf(row, words),
    ...issuesOf(row, words),
    ...reviewOf(row, words),
    ...row.dispenses.flatMap((part) => dispensesOf(row, part, words)),
    ...signaturesOf(row),
  ];
}

/**
 * Returns one R4 MedicationRequest per line, grouped by `groupIdentifier` (the prescription number). Medicines have a text and the formulary’s id,
 * because the formulary has no public product codes.
 */
function requestsOf(row: PrescriptionRow, words: Words): MedicationRequest[] {
  const why = row.rejection?.text ?? row.cancelReason ?? '';
  return row.items.map((item, index) =>
    compact<MedicationRequest>({
      resourceType: 'MedicationRequest',
      id: requestId(row, index),
      extension: [ownStatus(row.status)],
      identifier: [identifier('prescription-line', item.id)],
      status: requestStatus[row.status],
      statusReason: why === '' ? undefined : concept(why),
      intent: 'order',
      medicationCodeableConcept: concept(
        [words.text(item.productName), item.strength, words.text(item.form)].filter(Boolean).join(' '),
        coding(systems.own('product'), item.productId),
      ),
      subject: refer('Patient', row.patientId),
      encounter: refer('Encounter', row.visitId),
      authoredOn: iso(row.signedAt),
      requester: refer('Practitioner', row.practitionerId),
      reasonCode: row.diagnoses.map(({ code, title }) => concept(words.text(title), coding(systems.icd10, code))),
      groupIdentifier: identifier('prescription', row.number),
      dosageInstruction: dosageOf(item, words),
      dispenseRequest: compact({
        validityPeriod: compact({ start: iso(row.signedAt), end: row.validUntil && iso(row.validUntil) }),
        quantity: amountOf(item.quantity, words),
        expectedSupplyDuration: inDays(item.durationDays),
        performer: row.chosenPharmacyId === null ? undefined : refer('Organization', row.chosenPharmacyId),
      }),
      substitution: { allowedBoolean: item.substitutionAllowed },
      detectedIssue: (row.safety?.issues ?? []).flatMap((issue, at) =>
        issue.itemIds.includes(item.id) ? [refer('DetectedIssue', issueId(row, at))] : [],
      ),
    }),
  );
}

const severities = { contraindicated: 'high', serious: 'high', moderate: 'moderate', minor: 'low' } as const;

/** Alert codes of v3-ActCode (under DACT and OBSA) for our checks; renal limits are "dosage-condition". */
const issueCodes: Record<string, readonly [code: string, display: string]> = {
  allergy: ['ALGY', 'Allergy Alert'],
  interaction: ['DRG', 'Drug Interaction Alert'],
  condition: ['COND', 'Condition Alert'],
  pregnancy: ['PREG', 'Pregnancy Alert'],
  duplicate: ['DUPTHPY', 'Duplicate Therapy Alert'],
  dose: ['DOSE', 'Dosage problem'],
  age: ['AGE', 'Age Alert'],
  renal: ['DOSECOND', 'dosage-condition alert'],
};

/** Returns an R4 DetectedIssue per finding at the signature, with the override reason as its mitigation. */
function issuesOf(row: PrescriptionRow, words: Words): DetectedIssue[] {
  return (row.safety?.issues ?? []).map((issue, index) => {
    const given = row.acknowledgements.find((one) => one.issueId === issue.id);
    const code = issueCodes[issue.check];
    return compact<DetectedIssue>({
      resourceType: 'DetectedIssue',
      id: issueId(row, index),
      status: 'final',
      code: concept(words.text(issue.title), ...(code ? [coding(systems.actCode, ...code)] : [])),
      severity: severities[issue.severity],
      patient: refer('Patient', row.patientId),
      identifiedDateTime: row.safety?.checkedAt,
      author: refer('Organization', row.hospitalId),
      implicated: row.items.flatMap((item, at) =>
        issue.itemIds.includes(item.id) ? [refer('MedicationRequest', requestId(row, at))] : [],
      ),
      detail: [words.text(issue.mechanism), words.text(issue.advice)].filter(Boolean).join('\n') || undefined,
      mitigation: given
        ? [
            {
              action: concept(given.text ?? given.reason, coding(systems.own('override-reason'), given.reason)),
              date: iso(row.signedAt),
              author: refer('Practitioner', row.practitionerId),
            },
          ]
        : [],
    });
  });
}

/**
 * Returns an R4 Task for the pharmacist’s review; states map one to one to TaskStatus. Its focus is the group of the first line, with task-code
 * `approve`.
 */
function reviewOf(row: PrescriptionRow, words: Words): Task[] {
  const { review } = row;
  if (!review) return [];
  return [
    compact<Task>({
      resourceType: 'Task',
      id: review.id,
      groupIdentifier: identifier('prescription', row.number),
      status: review.status,
      statusReason: row.rejection
        ? concept(row.rejection.text || row.rejection.reason, coding(systems.own('rejection'), row.rejection.reason))
        : undefined,
      intent: 'order',
      code: concept(
        either(words, 'Review by a pharmacist', '药师审方'),
        coding('http://hl7.org/fhir/CodeSystem/task-code', 'approve', 'Activate/approve the focal resource'),
      ),
      focus: row.items.length > 0 ? refer('MedicationRequest', requestId(row, 0)) : undefined,
      for: refer('Patient', row.patientId),
      encounter: refer('Encounter', row.visitId),
      authoredOn: review.requestedAt,
      executionPeriod: review.startedAt ? compact({ start: review.startedAt, end: review.decidedAt }) : undefined,
      requester: refer('Practitioner', row.practitionerId),
      owner: review.pharmacistId === null ? undefined : refer('Practitioner', review.pharmacistId),
    }),
  ];
}

/** Returns brand, batch and expiry with the labels of the patient’s language; of a line from before these were asked for, the text as signed. */
function packText({ pack, note }: Pick<DispensedLine, 'pack' | 'note'>, words: Words): string {
  if (!pack) return note;
  const { brand, batch, expires } = pack;
  const parts = [
    brand,
    batch && `${either(words, 'LOT', '批号')} ${batch}`,
    expires && `${either(words, 'EXP', '有效期至')} ${expires}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/**
 * Returns one R4 MedicationDispense per line of a receipt: `completed`, because a receipt is written on handover, or `entered-in-error` where a
 * correction says that nothing was dispensed.
 */
function dispensesOf(row: PrescriptionRow, part: DispensePart, words: Words): (MedicationDispense | Provenance)[] {
  const id = (index: number) => `${part.id}-${index + 1}`;
  const lines = part.lines.map((line, index) => {
    const at = row.items.findIndex(({ id: itemId }) => itemId === line.itemId);
    return compact<MedicationDispense>({
      resourceType: 'MedicationDispense',
      id: id(index),
      identifier: [identifier('receipt', part.number)],
      status: Number(line.quantity) > 0 ? 'completed' : 'entered-in-error',
      medicationCodeableConcept: concept(
        [words.text(line.productName), line.strength, words.text(line.form)].filter(Boolean).join(' '),
      ),
      subject: refer('Patient', row.patientId),
      context: refer('Encounter', row.visitId),
      performer: [{ actor: { ...refer('Organization', part.pharmacyId), display: part.by } as never }],
      authorizingPrescription: at < 0 ? [] : [refer('MedicationRequest', requestId(row, at))],
      quantity: amountOf({ value: line.quantity, unit: line.unit }, words),
      whenHandedOver: part.at,
      note: packText(line, words) === '' ? [] : [{ text: packText(line, words) }],
      substitution: line.substituted
        ? {
            wasSubstituted: true,
            type: concept(
              '',
              coding('http://terminology.hl7.org/CodeSystem/v3-substanceAdminSubstitution', 'G', 'generic composition'),
            ),
          }
        : { wasSubstituted: false },
    });
  });
  const receipt = provenanceOf({
    id: `${part.id}-receipt`,
    target: `MedicationDispense/${id(0)}`,
    purpose: 'house' as const,
    signer: { type: 'Organization' as const, id: row.hospitalId },
    signedAt: new Date(part.at),
    jws: part.receipt,
    certificate: null,
  });
  return lines.length === 0 ? [] : [...lines, receipt];
}

/** Returns both signatures; the pharmacist’s contains the digest of the doctor’s. */
function signaturesOf(row: PrescriptionRow): Provenance[] {
  if (row.items.length === 0) return [];
  return row.signatures.map((part) =>
    provenanceOf({
      id: `${row.id}-${part.role}`,
      target: `MedicationRequest/${requestId(row, 0)}`,
      purpose: part.role === 'doctor' ? 'author' : 'review',
      signer: { type: 'Practitioner', id: part.practitionerId },
      signedAt: new Date(part.signedAt),
      jws: part.jws,
      certificate: part.certificate,
    }),
  );
}
