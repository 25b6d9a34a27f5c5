import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Sex } from '@yunzhen/shared/core/patient';

/** The JWS `typ` of what a doctor signs. */
export const PRESCRIPTION_JWS_TYPE = 'yunzhen-prescription';

/**
 * The version of the layout below. A verifier reads it first; an old record keeps its old layout for ever. Version 2 added members that
 * are present only where they say something (days of the week, steps of a taper, hours between doses, words of a reason), and was
 * used where one was. Version 3 adds the circumstances and is used for everything. Version 4 names every check that ran and on which data,
 * every one that did not and why, and every alert; the versions before it name the checks that left something unchecked.
 */
const schemas = [
  'yunzhen/prescription/1',
  'yunzhen/prescription/2',
  'yunzhen/prescription/3',
  'yunzhen/prescription/4',
] as const;
export type PrescriptionSchema = (typeof schemas)[number];
const PRESCRIPTION_SCHEMA: PrescriptionSchema = 'yunzhen/prescription/4';

/** The layout that a signed record was written in; null for one that was never used. */
export function schemaOf(schema: JsonValue | undefined): PrescriptionSchema | null {
  return schemas.find((each) => each === schema) ?? null;
}

/** Whether a signed prescription holds the circumstances that its doctor stated. */
export function holdsCircumstances(schema: PrescriptionSchema): boolean {
  return schemas.indexOf(schema) >= schemas.indexOf('yunzhen/prescription/3');
}

/** A prescription as the record holds it at the moment of signing. */
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
    /** Names of the checks that ran to their end, all on `dataVersion`. */
    readonly ran: readonly string[];
    /** What could not be checked, of which lines and why, so that its absence is part of what was signed. */
    readonly notChecked: readonly {
      readonly check: string;
      readonly itemIds: readonly string[];
      readonly reason: LocalizedText;
    }[];
    /** Every alert that stood before the doctor, those that need no reason among them. */
    readonly alerts: readonly { readonly issueId: string; readonly severity: string }[];
    readonly overrides: readonly {
      readonly issueId: string;
      readonly reason: string;
      readonly text?: string | undefined;
    }[];
  };
  /** Who was with a small child, whether it was urgent, and for how many days it is valid, the day of issue included. */
  readonly circumstances: {
    readonly guardian: { readonly name: string; readonly relation: string } | null;
    readonly emergency: boolean;
    readonly validDays: number;
  };
  /** FHIR MedicationRequest.authoredOn: equals the time of signing. */
  readonly signedAt: Date;
  readonly validUntil: Date;
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
  /** Decimal text such as `0.5`: a float would not survive every program's parser. */
  readonly value: string;
  readonly unit: string;
}

/**
 * The object that the doctor signs, in a layout of its own: it names every member by hand, so that a column added to the record
 * neither enters nor changes what is signed. Times are UTC with milliseconds. Throws a `RangeError` for a number that is no decimal text,
 * a count that is no whole number, or an invalid time. An older `schema` is given to see whether a record still says what was signed in it.
 */
export function prescriptionJson(
  record: PrescriptionRecord,
  schema: PrescriptionSchema = PRESCRIPTION_SCHEMA,
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
    checks: schema === PRESCRIPTION_SCHEMA ? checksJson(record.checks) : checksBefore4(record.checks),
    circumstances: circumstancesJson(record.circumstances),
    signedAt: instant(record.signedAt),
    validUntil: instant(record.validUntil),
  };
}

function checksJson(checks: PrescriptionRecord['checks']): JsonValue {
  return {
    checkedAt: instant(checks.checkedAt),
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

/** The names alone of the checks that left something unchecked, each once. */
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
  if (!/^(0|[1-9]\d{0,8})(\.\d{1,6})?$/.test(value)) throw new RangeError('An amount to be signed is no decimal text.');
  return { value, unit };
}

function whole(count: number): number {
  if (!Number.isSafeInteger(count)) throw new RangeError('A count to be signed is no whole number.');
  return count;
}

function instant(time: Date): string {
  return time.toISOString();
}
