import type {
  AllergyIntolerance,
  Condition,
  MedicationStatement,
  Observation,
  ObservationComponent,
} from '@medplum/fhirtypes';
import type { EntryAction, EntrySource } from '@yunzhen/shared/chart/chart-entry';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import {
  bloodPressureParts,
  observationFacts,
  pregnancyCodes,
  type ObservationKind,
  type ObservationUnit,
} from '@yunzhen/shared/chart/observation';
import { unitText } from '@yunzhen/shared/chart/unit-text';
import type { allergyCategories, allergySeverities } from '@yunzhen/shared/core/patient';
import { coding, compact, concept, either, iso, refer, referTo, systems, type Words } from './fhir-values.ts';

/** The common columns of chart entries: author and state. */
export interface EntryRow {
  id: string;
  patientId: string;
  recordedBy: EntrySource;
  /** Reference to the author; null when the entry was imported. */
  author: string | null;
  recordedAt: Date;
  confirmedAt: Date | null;
  retractedAt: Date | null;
  lastAction: EntryAction | null;
  /** Who decided last, and why. */
  lastBy: 'patient' | 'doctor' | null;
  lastReason: string | null;
}

const author = (row: EntryRow) => (row.author === null ? undefined : referTo(row.author));

/**
 * Returns the verification of an allergy or condition: `confirmed` when a doctor wrote or confirmed it, `unconfirmed` when only a patient stated it.
 * Refuted and retracted entries are "entered in error", because R4’s `refuted` means ruled out by tests.
 */
function verification(row: EntryRow, system: 'allergyintolerance' | 'condition') {
  const code =
    row.retractedAt !== null
      ? 'entered-in-error'
      : row.confirmedAt !== null || row.recordedBy === 'doctor'
        ? 'confirmed'
        : 'unconfirmed';
  return concept(
    '',
    coding(
      `http://terminology.hl7.org/CodeSystem/${system}-${system === 'condition' ? 'ver-status' : 'verification'}`,
      code,
    ),
  );
}

export interface AllergyRow extends EntryRow {
  substance: string;
  substanceCode: string | null;
  category: (typeof allergyCategories)[number];
  reaction: string;
  severity: (typeof allergySeverities)[number];
}

/** Returns an R4 AllergyIntolerance with R4’s own categories. A reaction without text is coded "unknown", because R4 requires a manifestation. */
export function allergyOf(row: AllergyRow): AllergyIntolerance {
  const said = row.reaction !== '' || row.severity !== 'unknown';
  const manifestation = row.reaction
    ? concept(row.reaction)
    : concept('', coding('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'unknown', 'Unknown'));
  return compact<AllergyIntolerance>({
    resourceType: 'AllergyIntolerance',
    id: row.id,
    clinicalStatus:
      row.retractedAt === null
        ? concept('', coding('http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', 'active', 'Active'))
        : undefined,
    verificationStatus: verification(row, 'allergyintolerance'),
    category: [row.category],
    code: concept(row.substance, ...(row.substanceCode ? [coding(systems.own('substance'), row.substanceCode)] : [])),
    patient: refer('Patient', row.patientId),
    recordedDate: iso(row.recordedAt),
    recorder: author(row),
    reaction: said
      ? [compact({ manifestation: [manifestation], severity: row.severity === 'unknown' ? undefined : row.severity })]
      : [],
  });
}

/** Returns an R4 AllergyIntolerance for "no known allergies": SNOMED CT 716186003, as the resource’s guidance says. */
export function noKnownAllergiesOf(row: { patientId: string; statedAt: Date }, words: Words): AllergyIntolerance {
  return {
    resourceType: 'AllergyIntolerance',
    id: `${row.patientId}-no-known-allergies`,
    clinicalStatus: concept(
      '',
      coding('http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', 'active', 'Active'),
    ),
    verificationStatus: concept(
      '',
      coding('http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', 'unconfirmed'),
    ),
    code: concept(
      either(words, 'No known allergies', '无已知过敏'),
      coding(systems.snomed, '716186003', 'No known allergy'),
    ),
    patient: refer('Patient', row.patientId),
    recordedDate: iso(row.statedAt),
  };
}

export interface ConditionRow extends EntryRow {
  code: string | null;
  title: LocalizedText;
  since: string | null;
  resolvedAt: Date | null;
}

const icd10 = (code: string | null) => (code === null ? [] : [coding(systems.icd10, code)]);

/** Returns an R4 Condition of the problem list, with ICD-10 when coded. An entry in error has no clinical status (R4, con-5). */
export function conditionOf(row: ConditionRow, words: Words): Condition {
  const clinical = row.resolvedAt === null ? 'active' : 'resolved';
  return compact<Condition>({
    resourceType: 'Condition',
    id: row.id,
    clinicalStatus:
      row.retractedAt === null
        ? concept('', coding('http://terminology.hl7.org/CodeSystem/condition-clinical', clinical))
        : undefined,
    verificationStatus: verification(row, 'condition'),
    category: [
      concept(
        '',
        coding('http://terminology.hl7.org/CodeSystem/condition-category', 'problem-list-item', 'Problem List Item'),
      ),
    ],
    code: concept(words.text(row.title), ...icd10(row.code)),
    subject: refer('Patient', row.patientId),
    onsetDateTime: row.since,
    abatementDateTime: row.retractedAt === null && row.resolvedAt ? iso(row.resolvedAt) : undefined,
    recordedDate: iso(row.recordedAt),
    recorder: author(row),
  });
}

export interface DiagnosisRow {
  id: string;
  patientId: string;
  visitId: string;
  practitionerId: string;
  code: string;
  title: LocalizedText;
  certainty: 'provisional' | 'confirmed';
  recordedAt: Date;
}

/** Returns an R4 Condition of a visit (category encounter-diagnosis) with ICD-10; certainty maps one to one to R4’s verification. */
export function diagnosisOf(row: DiagnosisRow, words: Words): Condition {
  return {
    resourceType: 'Condition',
    id: row.id,
    clinicalStatus: concept('', coding('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active')),
    verificationStatus: concept(
      '',
      coding('http://terminology.hl7.org/CodeSystem/condition-ver-status', row.certainty),
    ),
    category: [
      concept(
        '',
        coding(
          'http://terminology.hl7.org/CodeSystem/condition-category',
          'encounter-diagnosis',
          'Encounter Diagnosis',
        ),
      ),
    ],
    code: concept(words.text(row.title), ...icd10(row.code)),
    subject: refer('Patient', row.patientId),
    encounter: refer('Encounter', row.visitId),
    recordedDate: iso(row.recordedAt),
    recorder: refer('Practitioner', row.practitionerId),
  };
}

export interface StatedMedicineRow extends EntryRow {
  productId: string | null;
  text: string;
  dosage: string;
}

/**
 * Returns an R4 MedicationStatement. A doctor distinguishes `stopped` from `entered-in-error`. A patient has one way to withdraw a medicine for both:
 * `unknown`.
 */
export function medicationStatementOf(row: StatedMedicineRow): MedicationStatement {
  return compact<MedicationStatement>({
    resourceType: 'MedicationStatement',
    id: row.id,
    status: medicineStatus(row),
    statusReason: row.retractedAt !== null && row.lastReason ? [{ text: row.lastReason }] : [],
    medicationCodeableConcept: concept(
      row.text,
      ...(row.productId ? [coding(systems.own('product'), row.productId)] : []),
    ),
    subject: refer('Patient', row.patientId),
    dateAsserted: iso(row.recordedAt),
    informationSource: author(row),
    dosage: row.dosage === '' ? [] : [{ text: row.dosage }],
  });
}

function medicineStatus({ retractedAt, lastAction, lastBy }: StatedMedicineRow): MedicationStatement['status'] {
  if (retractedAt === null) return 'active';
  if (lastAction === 'refuted') return 'entered-in-error';
  return lastBy === 'doctor' ? 'stopped' : 'unknown';
}

export interface ObservationRow extends EntryRow {
  kind: ObservationKind;
  /** Decimal text. */
  value: string;
  diastolic: string | null;
  unit: ObservationUnit;
  measuredAt: Date;
}

const laboratory: readonly ObservationKind[] = ['glucose', 'creatinine', 'egfr'];

/** The code is UCUM’s, the unit as people write it. */
const quantity = (value: string, unit: ObservationUnit) => ({
  value: Number(value),
  unit: unitText[unit],
  system: systems.ucum,
  code: unit,
});

/** Returns an R4 Observation with the chart’s LOINC and UCUM codes; blood pressure is panel 85354-9 with its two components. */
export function observationOf(row: ObservationRow, words: Words): Observation {
  const isLaboratory = laboratory.includes(row.kind);
  const pressure = row.kind === 'blood-pressure';
  const part = (code: string, display: string, value: string): ObservationComponent => ({
    code: concept('', coding(systems.loinc, code, display)),
    valueQuantity: quantity(value, row.unit),
  });
  return compact<Observation>({
    resourceType: 'Observation',
    id: row.id,
    status: row.retractedAt === null ? 'final' : 'entered-in-error',
    category: [
      concept(
        '',
        coding(
          'http://terminology.hl7.org/CodeSystem/observation-category',
          isLaboratory ? 'laboratory' : 'vital-signs',
          isLaboratory ? 'Laboratory' : 'Vital Signs',
        ),
      ),
    ],
    code: concept(words.text(observationNames[row.kind]), coding(systems.loinc, observationFacts[row.kind].loinc)),
    subject: refer('Patient', row.patientId),
    effectiveDateTime: iso(row.measuredAt),
    issued: iso(row.recordedAt),
    performer: row.author === null ? [] : [referTo(row.author)],
    valueQuantity: pressure ? undefined : quantity(row.value, row.unit),
    component: pressure
      ? [
          part(bloodPressureParts.systolic, 'Systolic blood pressure', row.value),
          part(bloodPressureParts.diastolic, 'Diastolic blood pressure', row.diastolic ?? row.value),
        ]
      : [],
  });
}

const observationNames: Record<ObservationKind, LocalizedText> = {
  'body-weight': { en: 'Weight', zh: '体重' },
  'body-height': { en: 'Height', zh: '身高' },
  'blood-pressure': { en: 'Blood pressure', zh: '血压' },
  'heart-rate': { en: 'Pulse', zh: '心率' },
  'body-temperature': { en: 'Temperature', zh: '体温' },
  'oxygen-saturation': { en: 'Oxygen saturation', zh: '血氧饱和度' },
  glucose: { en: 'Blood glucose', zh: '血糖' },
  creatinine: { en: 'Creatinine', zh: '肌酐' },
  egfr: { en: 'Kidney function (eGFR)', zh: '肾功能（eGFR）' },
};

export interface PregnancyRow extends EntryRow {
  pregnancy: 'pregnant' | 'not-pregnant' | 'unknown';
  trimester: number | null;
  dueDate: string | null;
  lactation: 'breast-feeding' | 'not-breast-feeding' | 'unknown';
}

/** LOINC answers to 82810-3 and 63895-7 (LL361-7 for yes and no). */
const pregnancyAnswers = {
  pregnant: [coding(systems.loinc, 'LA15173-0', 'Pregnant'), { en: 'Pregnant', zh: '已怀孕' }],
  'not-pregnant': [coding(systems.loinc, 'LA26683-5', 'Not pregnant'), { en: 'Not pregnant', zh: '未怀孕' }],
  unknown: [coding(systems.loinc, 'LA4489-6', 'Unknown'), { en: 'Pregnancy not known', zh: '是否怀孕不详' }],
} as const;
const lactationAnswers = {
  'breast-feeding': { en: 'Breastfeeding', zh: '哺乳中' },
  'not-breast-feeding': { en: 'Not breastfeeding', zh: '未哺乳' },
  unknown: { en: 'Not known', zh: '不详' },
} as const;

/** Returns an R4 Observation of pregnancy (LOINC 82810-3) with the expected delivery date and breastfeeding as components. */
export function pregnancyOf(row: PregnancyRow, words: Words): Observation {
  const [answer, name] = pregnancyAnswers[row.pregnancy];
  const due: ObservationComponent[] =
    row.dueDate === null
      ? []
      : [
          {
            code: concept('', coding(systems.loinc, pregnancyCodes.dueDate, 'Delivery date Estimated')),
            valueDateTime: row.dueDate,
          },
        ];
  const third: ObservationComponent[] =
    row.trimester === null
      ? []
      : [{ code: concept(either(words, 'Trimester', '孕期（第几季）')), valueInteger: row.trimester }];
  return compact<Observation>({
    resourceType: 'Observation',
    id: row.id,
    status: row.retractedAt === null ? 'final' : 'entered-in-error',
    category: [
      concept(
        '',
        coding('http://terminology.hl7.org/CodeSystem/observation-category', 'social-history', 'Social History'),
      ),
    ],
    code: concept(
      either(words, 'Pregnancy', '妊娠状态'),
      coding(systems.loinc, pregnancyCodes.status, 'Pregnancy status'),
    ),
    subject: refer('Patient', row.patientId),
    effectiveDateTime: iso(row.recordedAt),
    performer: row.author === null ? [] : [referTo(row.author)],
    valueCodeableConcept: concept(words.text(name), answer),
    component: [
      ...due,
      ...third,
      {
        code: concept('', coding(systems.loinc, pregnancyCodes.breastFeeding, 'Breastfeeding status')),
        valueCodeableConcept: concept(words.text(lactationAnswers[row.lactation])),
      },
    ],
  });
}
