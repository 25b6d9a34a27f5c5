import { z } from 'zod';
import { allergyCategories, allergySeverities, sexes } from '../core/patient.ts';
import { visitNeeds } from '../accounts/wishes.ts';
import { visitStatuses } from '../visits/visit.ts';
import { authored } from './entry.schemas.ts';
import { empty, date, id, instant, localizedText, personNames, text, version } from '../core/common.ts';
import { observation, pregnancyStatement, safetyFacts } from './observations.schemas.ts';
import { activeMedicine } from '../prescribing/active-medicine.schemas.ts';
import { prescriptionStatuses } from '../prescribing/prescription.ts';
import type { RouteSchemas } from '../core/route.ts';

export const allergy = z.strictObject({
  id,
  substance: z.string(),
  /** Ingredient or class of the formulary that the substance was matched to; null for free text only. */
  substanceCode: z.string().nullable(),
  category: z.enum(allergyCategories),
  reaction: z.string(),
  severity: z.enum(allergySeverities),
  ...authored,
});
export type Allergy = z.output<typeof allergy>;

export const condition = z.strictObject({
  id,
  code: z.string().nullable(),
  title: localizedText,
  since: date.nullable(),
  /** Resolved: stays on record, but no longer active. */
  resolvedAt: instant.nullable(),
  ...authored,
});
export type Condition = z.output<typeof condition>;

export const medicationStatement = z.strictObject({
  id,
  productId: z.string().nullable(),
  text: z.string(),
  dosage: z.string(),
  ...authored,
});
export type MedicationStatement = z.output<typeof medicationStatement>;

/** With the recognised names in both languages: a reader may not know the language of the statement. */
const namedStatement = z.strictObject({ ...medicationStatement.shape, names: z.array(localizedText) });
const namedAllergy = z.strictObject({ ...allergy.shape, names: z.array(localizedText) });

export const chart = z.strictObject({
  patient: z.strictObject({
    id,
    name: z.string(),
    nameLatin: z.string(),
    sex: z.enum(sexes),
    birthDate: date,
    age: z.int(),
    phone: z.string().nullable(),
    /** Last four characters of the identity document; the number itself never leaves the server. */
    identityLast4: z.string().nullable(),
    /** When a document proved the patient’s identity; null without one. */
    identityVerifiedAt: instant.nullable(),
    /** What the patient, or a child’s guardian, needs in a visit. */
    needs: z.array(z.enum(visitNeeds)),
  }),
  allergies: z.array(namedAllergy),
  /** False without any statement of "no known allergies" or of an allergy: absence of data is not absence of allergy. */
  allergiesStated: z.boolean(),
  conditions: z.array(condition),
  medicines: z.array(namedStatement),
  /** Medicines of signed prescriptions of this hospital that the patient may still take. */
  prescribed: z.array(activeMedicine),
  /** The last few of each kind, newest first. */
  observations: z.array(observation),
  /** The current statement; null without any. */
  pregnancy: pregnancyStatement.nullable(),
  /** The part of this that the safety checks use today. */
  safetyFacts,
  access: z.strictObject({
    /** The basis of the caller’s access. */
    by: z.enum(['own', 'care', 'break-glass']),
    /** End of emergency access. */
    until: instant.nullable(),
    /** Whether the caller may add and decide now. */
    writable: z.boolean(),
    /** The caller’s own open visit with the patient, to go to; null without one. */
    visitId: id.nullable(),
  }),
  visits: z.array(
    z.strictObject({
      id,
      status: z.enum(visitStatuses),
      at: instant,
      department: localizedText,
      doctor: personNames,
      diagnoses: z.array(z.strictObject({ code: z.string(), title: localizedText })),
      /** The signed ones, oldest first. */
      prescriptions: z.array(
        z.strictObject({ id, status: z.enum(prescriptionStatuses), medicines: z.array(localizedText) }),
      ),
    }),
  ),
});
export type Chart = z.output<typeof chart>;

const patientParams = z.strictObject({ patientId: id });
const visitParams = z.strictObject({ visitId: id });

export const diagnosisInput = z.strictObject({
  code: z.string().max(12),
  title: localizedText,
  primary: z.boolean(),
  certainty: z.enum(['provisional', 'confirmed']),
});
export const diagnosis = diagnosisInput.extend({ id });
export type Diagnosis = z.output<typeof diagnosis>;
export const diagnosisList = z.strictObject({ visitId: id, version, items: z.array(diagnosis) });
export type DiagnosisList = z.output<typeof diagnosisList>;

export const icd10Hit = z.strictObject({ code: z.string(), title: localizedText });
export type Icd10Hit = z.output<typeof icd10Hit>;

export const chartSchemas = {
  readChart: {
    summary: 'Get the chart of a patient in your care, or your own; each access is audited',
    params: patientParams,
    response: chart,
  },
  printChart: {
    summary: 'Record that the chart is printed, before it leaves the system',
    params: patientParams,
    response: empty,
  },
  addAllergy: {
    summary: 'Record an allergy, as the patient or as the doctor in a visit',
    params: patientParams,
    body: z.strictObject({
      substance: text(120, 1),
      substanceCode: z.string().max(80).nullable().default(null),
      category: z.enum(allergyCategories).default('medication'),
      reaction: text(200).default(''),
      severity: z.enum(allergySeverities).default('unknown'),
    }),
    response: allergy,
  },
  retractAllergy: {
    summary: 'Mark an allergy as entered in error; the entry stays',
    params: z.strictObject({ patientId: id, allergyId: id }),
    response: allergy,
  },
  stateNoAllergies: {
    summary: 'Record that there are no known allergies',
    params: patientParams,
    response: z.strictObject({ allergiesStated: z.boolean() }),
  },
  addCondition: {
    summary: 'Record a condition, coded or as free text; the title of a code comes from the terminology',
    params: patientParams,
    body: z
      .strictObject({
        code: z.string().max(12).nullable().default(null),
        text: text(200).default(''),
        since: date.nullable().default(null),
      })
      .refine((body) => (body.code === null) === (body.text !== ''), { error: 'one-of', path: ['text'] }),
    response: condition,
  },
  addMedicationStatement: {
    summary: 'Record a medicine the patient takes',
    params: patientParams,
    body: z.strictObject({
      productId: z.string().max(80).nullable().default(null),
      text: text(200, 1),
      dosage: text(200).default(''),
    }),
    response: medicationStatement,
  },
  retractMedicationStatement: {
    summary: 'Mark a medicine as no longer taken; the entry stays',
    params: z.strictObject({ patientId: id, statementId: id }),
    response: medicationStatement,
  },
  readDiagnoses: {
    summary: 'List the diagnoses of a visit',
    params: visitParams,
    response: diagnosisList,
  },
  saveDiagnoses: {
    summary: 'Replace the diagnoses; exactly one is primary unless the list is empty',
    params: visitParams,
    body: z.strictObject({ items: z.array(diagnosisInput).max(12) }),
    response: diagnosisList,
  },
  searchIcd10: {
    summary: 'Search diagnoses by code, text in either language, synonym or pinyin initials',
    query: z.strictObject({ q: z.string().trim().max(80), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    response: z.strictObject({ items: z.array(icd10Hit), dataVersion: z.string() }),
  },
} satisfies RouteSchemas;
