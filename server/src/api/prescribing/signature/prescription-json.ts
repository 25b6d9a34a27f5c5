import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Sex } from '@yunzhen/shared/core/patient';

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

/** A prescription as recorded at the time of signing. */
export interface PrescriptionRecord {
  readonly id: string;
  readonly number: string;
  /** Version of the draft that the doctor saw. */
  readonly version: number;
  readonly visitId: string;
  /** The rejected prescription that this one revises. */
  readonly priorPrescriptionId: string | null;
  readonly hospital: { readonly id: string; readonly name: LocalizedText };
  readonly department: { readonly id: string; readonly name: LocalizedText };
  readonly prescriber: { readonly id: string; readonly name: string; readonly licence: string };
  readonly patient: {
    readonly id: string;
    readonly name: string;
    readonly sex: Sex;
    /** ISO date. */
    readonly birthDate: string;
    readonly identityMasked: string;
  };
  readonly diagnoses: readonly { readonly code: string; readonly title: LocalizedText; readonly primary: boolean }[];
  readonly items: readonly PrescriptionRecordItem[];
  readonly checks: {
    readonly dataVersion: string;
    readonly checkedAt: Date;
    /** The hospital’s release of the rules; null for the data that ship with the program. */
    readonly release: { readonly id: string; readonly number: number; readonly sha256: string } | null;
    /** Names of the checks that completed, all on `dataVersion`. */
    readonly ran: readonly string[];
    /** What was not checked, on which lines and why, so that the gap is part of the signed record. */
    readonly notChecked: readonly {
      readonly check: string;
      readonly itemIds: readonly string[];
      readonly reason: LocalizedText;
    }[];
    /** Every alert that the doctor saw, including those that need no reason. */
    readonly alerts: readonly { readonly issueId: string; readonly severity: string }[];
    readonly overrides: readonly {
      readonly issueId: string;
      readonly reason: string;
      readonly text?: string | undefined;
    }[];
  };
  /** The adult beside a small child, whether it was urgent, and the days of validity including the day of issue. */
  readonly circumstances: {
    readonly guardian: { readonly name: string; readonly relation: string } | null;
    readonly emergency: boolean;
    readonly validDays: number;
  };
  /** What the doctor stated the visit follows up, with the evidence and the rule that required it; null where no rule does. */
  readonly basis: RecordBasis | null;
  /** FHIR MedicationRequest.authoredOn: the time of signing. */
  readonly signedAt: Date;
  readonly validUntil: Date;
}

export interface RecordBasis {
  readonly verdict: string;
  readonly rule: string;
  readonly maxAgeDays: number;
  readonly statedAt: Date;
  readonly conditions: readonly {
    readonly code: string;
    readonly title: LocalizedText;
    readonly evidence: {
      readonly id: string;
      readonly source: string;
      readonly earlierVisitId: string | null;
      readonly institution: string;
      /** ISO date. */
      readonly diagnosedOn: string;
      readonly diagnoses: readonly { readonly code: string; readonly title: LocalizedText }[];
      readonly pages: readonly { readonly id: string; readonly sha256: string }[];
    };
  }[];
}

export interface PrescriptionRecordItem {
  readonly id: string;
  readonly productId: string;
  readonly name: LocalizedText;
  readonly strength: string;
  readonly form: LocalizedText;
  readonly dose: RecordQuantity;
  readonly route: string;
  readonly timing: RecordTiming;
  readonly durationDays: number | null;
  readonly steps?:
    | readonly { readonly dose: RecordQuantity; readonly timing: RecordTiming; readonly days: number }[]
    | undefined;
  readonly asNeeded: {
    readonly reason: string;
    readonly maxPerDay: number;
    readonly minHoursBetween?: number | undefined;
  } | null;
  readonly quantity: RecordQuantity;
  readonly instruction: LocalizedText;
  readonly note: string;
  readonly substitutionAllowed: boolean;
}

export interface RecordTiming {
  readonly frequency: number;
  readonly period: number;
  readonly periodUnit: string;
  readonly when: string | null;
  readonly weekdays?: readonly number[] | undefined;
}

export interface RecordQuantity {
  /** Decimal text such as `0.5`: parsers of other programs may change a float. */
  readonly value: string;
  readonly unit: string;
}

/**
 * Returns the object that the doctor signs. It names every member by hand, so that new columns do not change what is signed; times are UTC with
 * milliseconds. Throws a `RangeError` for an invalid decimal text, count or time. Pass an older `schema` to verify a record in its own layout.
 */
export function prescriptionJson(
  record: PrescriptionRecord,
  schema: PrescriptionSchema = schemaFor(record),
): JsonValue {
  const { hospital, department, prescriber, patient } = record;
  return {
    schema,
    id: record.id,
    number: record.number,
    version: whole(record.version),
    visitId: record.visitId,
    priorPrescriptionId: record.priorPrescriptionId,
    hospital: { id: hospital.id, name: bilingual(hospital.name) },
    department: { id: department.id, name: bilingual(department.name) },
    prescriber: { id: prescriber.id, name: prescriber.name, licence: prescriber.licence },
    patient: {
      id: patient.id,
      name: patient.name,
      sex: patient.sex,
      birthDate: patient.birthDate,
      identityMasked: patient.identityMasked,
    },
    diagnoses: record.diagnoses.map(({ code, title, primary }) => ({ code, title: bilingual(title), primary })),
    items: record.items.map(itemJson),
    checks: isSince('yunzhen/prescription/4', schema)
      ? checksJson(record.checks, schema)
      : checksBefore4(record.checks),
    circumstances: circumstancesJson(record.circumstances),
    ...(holdsBasis(schema) ? { basis: record.basis && basisJson(record.basis) } : {}),
    signedAt: instant(record.signedAt),
    validUntil: instant(record.validUntil),
  };
}

/** Returns the oldest layout that can contain the record. */
function schemaFor({ basis, checks }: PrescriptionRecord): PrescriptionSchema {
  if (checks.release) return 'yunzhen/prescription/6';
  return basis ? 'yunzhen/prescription/5' : 'yunzhen/prescription/4';
}

function checksJson(checks: PrescriptionRecord['checks'], schema: PrescriptionSchema): JsonValue {
  return {
    checkedAt: instant(checks.checkedAt),
    ...(isSince('yunzhen/prescription/6', schema) ? { release: releaseJson(checks.release) } : {}),
    ran: checks.ran.map((check) => ({ check, dataVersion: checks.dataVersion })),
    notChecked: checks.notChecked.map(({ check, itemIds, reason }) => ({
      check,
      itemIds: [...itemIds],
      reason: bilingual(reason),
    })),
    alerts: checks.alerts.map(({ issueId, severity }) => ({ issueId, severity })),
    overrides: overridesJson(checks),
  };
}

function releaseJson(release: PrescriptionRecord['checks']['release']): JsonValue {
  return release && { id: release.id, number: whole(release.number), digest: `sha256:${release.sha256}` };
}

/** Returns only the names of checks that left something unchecked, without duplicates. */
function checksBefore4(checks: PrescriptionRecord['checks']): JsonValue {
  return {
    dataVersion: checks.dataVersion,
    checkedAt: instant(checks.checkedAt),
    notChecked: [...new Set(checks.notChecked.map(({ check }) => check))],
    overrides: overridesJson(checks),
  };
}

function overridesJson({ overrides }: PrescriptionRecord['checks']): JsonValue {
  return overrides.map(({ issueId, reason, text }) => ({ issueId, reason, ...(text === undefined ? {} : { text }) }));
}

function circumstancesJson({ guardian, emergency, validDays }: PrescriptionRecord['circumstances']): JsonValue {
  return {
    guardian: guardian && { name: guardian.name, relation: guardian.relation },
    emergency,
    validDays: whole(validDays),
  };
}

function basisJson({ verdict, rule, maxAgeDays, statedAt, conditions }: RecordBasis): JsonValue {
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

function itemJson(item: PrescriptionRecordItem): JsonValue {
  const { asNeeded, steps } = item;
  return {
    id: item.id,
    productId: item.productId,
    name: bilingual(item.name),
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

function timingJson({ frequency, period, periodUnit, when, weekdays }: RecordTiming): JsonValue {
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

function quantity({ value, unit }: RecordQuantity): JsonValue {
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
