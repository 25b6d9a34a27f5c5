import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { PrescriptionItem, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Circumstances } from '@yunzhen/shared/prescribing/rules.contract';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import type { StatedBasis } from '../../chart/index.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import type { PrescriptionWithSurroundings } from '../prescription.repository.ts';

/** The JWS `typ` of a doctor's signature. */
export const PRESCRIPTION_JWS_TYPE = 'yunzhen-prescription';

/**
 * Versions of the layout below; verifiers read it first, and signed records keep theirs. Version 2 has optional members (weekdays, taper steps, hours
 * between doses, free-text reasons) and was used only where one was present. Version 3 adds the circumstances. Version 4
 * names each check that ran with its data, each that did not with the reason, and each alert; earlier versions name only the checks that left
 * something unchecked. Version 5 adds the basis, what the visit follows up with evidence and rule, and is used only where a rule requires one.
 * Version 6 names the hospital’s release of the rules with its digest, and is used only where one is active.
 */
const schemas = [
  'yunzhen/prescription/1',
  'yunzhen/prescription/2',
  'yunzhen/prescription/3',
  'yunzhen/prescription/4',
  'yunzhen/prescription/5',
  'yunzhen/prescription/6',
] as const;
export type PrescriptionSchema = (typeof schemas)[number];

/** Returns the layout of a signed record; null for an unknown one. */
export function schemaOf(schema: JsonValue | undefined): PrescriptionSchema | null {
  return schemas.find((each) => each === schema) ?? null;
}

/** Returns whether the layout contains the circumstances that the doctor stated. */
export function holdsCircumstances(schema: PrescriptionSchema): boolean {
  return isSince('yunzhen/prescription/3', schema);
}

/** Returns whether the layout contains what the visit follows up. */
export function holdsBasis(schema: PrescriptionSchema): boolean {
  return isSince('yunzhen/prescription/5', schema);
}

function isSince(first: PrescriptionSchema, schema: PrescriptionSchema): boolean {
  return schemas.indexOf(schema) >= schemas.indexOf(first);
}

/** When a prescription is signed, and the end of its last valid day. */
interface SignedTimes {
  readonly signedAt: Date;
  readonly validUntil: Date;
}

/**
 * Returns the object that the doctor signs. It names every member by hand, so that new columns do not change what is signed; times are UTC with
 * milliseconds. Throws a `RangeError` for an invalid decimal text, count or time. Pass an older `schema` to verify a record in its own layout.
 */
export function prescriptionJson(
  row: PrescriptionWithSurroundings,
  { signedAt, validUntil }: SignedTimes,
  schema: PrescriptionSchema = schemaFor(row),
): JsonValue {
  const { around } = row;
  return {
    schema,
    id: row.id,
    number: row.number,
    version: whole(row.version),
    visitId: row.visitId,
    priorPrescriptionId: null,
    hospital: { id: row.hospitalId, name: bilingual(around.hospitalName) },
    department: { id: row.departmentId, name: bilingual(around.department) },
    prescriber: { id: row.practitionerId, name: around.doctorName, licence: around.doctorLicence },
    patient: {
      id: row.patientId,
      name: around.patientName,
      sex: around.patientSex,
      birthDate: around.patientBirthDate,
      identityMasked: maskedIdentity(around.identityLast4),
    },
    diagnoses: row.diagnoses.map(({ code, title, primary }) => ({ code, title: bilingual(title), primary })),
    items: row.items.map(itemJson),
    checks: isSince('yunzhen/prescription/4', schema)
      ? checksJson(row, signedAt, schema)
      : checksBefore4(row, signedAt),
    circumstances: circumstancesJson(around.circumstances),
    ...(holdsBasis(schema) ? { basis: around.basis && basisJson(around.basis) } : {}),
    signedAt: instant(signedAt),
    validUntil: instant(validUntil),
  };
}

/** Returns the printable identity number: its last four characters, without revealing its length. */
export function maskedIdentity(last4: string | null): string {
  return last4 === null ? '' : `****${last4}`;
}

/** Returns the oldest layout that can contain the record. */
function schemaFor({ safety, around }: PrescriptionWithSurroundings): PrescriptionSchema {
  if (safety?.release) return 'yunzhen/prescription/6';
  return around.basis ? 'yunzhen/prescription/5' : 'yunzhen/prescription/4';
}

/** Names all checks that ran on the same data, what was not checked, and every alert that the doctor saw. */
function checksJson(row: PrescriptionRow, signedAt: Date, schema: PrescriptionSchema): JsonValue {
  const { safety } = row;
  return {
    checkedAt: checkedAt(row, signedAt),
    ...(isSince('yunzhen/prescription/6', schema) ? { release: releaseJson(safety?.release ?? null) } : {}),
    ran: (safety?.checks ?? []).map((check) => ({ check, dataVersion: dataVersionOf(row) })),
    notChecked: (safety?.notChecked ?? []).map(({ check, itemIds, reason }) => ({
      check,
      itemIds: [...itemIds],
      reason: bilingual(reason),
    })),
    alerts: (safety?.issues ?? []).map(({ id, severity }) => ({ issueId: id, severity })),
    overrides: overridesJson(row),
  };
}

/** The hospital’s release of the rules; null for the data that ship with the program. */
function releaseJson(release: SafetyReport['release'] | null): JsonValue {
  return release ? { id: release.id, number: whole(release.number), digest: `sha256:${release.sha256}` } : null;
}

/** Returns only the names of checks that left something unchecked, without duplicates. */
function checksBefore4(row: PrescriptionRow, signedAt: Date): JsonValue {
  return {
    dataVersion: dataVersionOf(row),
    checkedAt: checkedAt(row, signedAt),
    notChecked: [...new Set(row.safety?.notChecked.map(({ check }) => check))],
    overrides: overridesJson(row),
  };
}

function checkedAt({ safety }: PrescriptionRow, signedAt: Date): string {
  return instant(safety ? new Date(safety.checkedAt) : signedAt);
}

function dataVersionOf({ safety }: PrescriptionRow): string {
  return safety?.dataVersion ?? 'none';
}

function overridesJson({ acknowledgements }: PrescriptionRow): JsonValue {
  return acknowledgements.map(({ issueId, reason, text }) => ({
    issueId,
    reason,
    ...(text === undefined ? {} : { text }),
  }));
}

function circumstancesJson({ guardian, emergency, validDays }: Circumstances): JsonValue {
  return {
    guardian: guardian && { name: guardian.name, relation: guardian.relation },
    emergency,
    validDays: whole(validDays),
  };
}

function basisJson({ verdict, rule, maxAgeDays, statedAt, conditions }: StatedBasis): JsonValue {
  return {
    verdict,
    rule: { id: rule, maxAgeDays: whole(maxAgeDays) },
    statedAt: instant(statedAt),
    conditions: conditions.map(({ code, title, evidence }) => ({
      code,
      title: bilingual(title),
      evidence: {
        id: evidence.id,
        source: evidence.source,
        earlierVisitId: evidence.earlierVisitId,
        institution: evidence.institution,
        diagnosedOn: evidence.diagnosedOn,
        diagnoses: evidence.diagnoses.map((each) => ({ code: each.code, title: bilingual(each.title) })),
        pages: evidence.pages.map(({ id, sha256 }) => ({ id, sha256 })),
      },
    })),
  };
}

function itemJson(item: PrescriptionItem): JsonValue {
  const { asNeeded, steps } = item;
  return {
    id: item.id,
    productId: item.productId,
    name: bilingual(item.productName),
    strength: item.strength,
    form: bilingual(item.form),
    dose: quantity(item.dose),
    route: item.route,
    timing: timingJson(item.timing),
    durationDays: item.durationDays === null ? null : whole(item.durationDays),
    ...(steps
      ? {
          steps: steps.map((step) => ({
            dose: quantity(step.dose),
            timing: timingJson(step.timing),
            days: whole(step.days),
          })),
        }
      : {}),
    asNeeded: asNeeded && {
      reason: asNeeded.reason,
      maxPerDay: whole(asNeeded.maxPerDay),
      ...(asNeeded.minHoursBetween ? { minHoursBetween: whole(asNeeded.minHoursBetween) } : {}),
    },
    quantity: quantity(item.quantity),
    instruction: bilingual(item.instruction),
    note: item.note,
    substitutionAllowed: item.substitutionAllowed,
  };
}

function timingJson({ frequency, period, periodUnit, when, weekdays }: PrescriptionItem['timing']): JsonValue {
  return {
    frequency: whole(frequency),
    period: whole(period),
    periodUnit,
    when,
    ...(weekdays ? { weekdays: weekdays.map(whole) } : {}),
  };
}

function bilingual({ en, zh }: LocalizedText): JsonValue {
  return { en, zh };
}

/** Decimal text such as `0.5`: parsers of other programs may change a float. */
function quantity({ value, unit }: PrescriptionItem['dose']): JsonValue {
  if (!/^(0|[1-9]\d{0,8})(\.\d{1,6})?$/.test(value)) throw new RangeError('A signed amount must be a decimal number.');
  return { value, unit };
}

function whole(count: number): number {
  if (!Number.isSafeInteger(count)) throw new RangeError('A signed count must be a whole number.');
  return count;
}

function instant(time: Date): string {
  return time.toISOString();
}
