import { z } from 'zod';
import { prescriptionStatuses, rejectionReasons } from './prescription.ts';
import { sexes } from '../core/patient.ts';
import { cursorQuery, id, instant, localizedText, page, text, version } from '../core/common.ts';
import { dispensingSummary } from './dispensing-state.schemas.ts';
import {
  medicineHit,
  patentMedicineHit,
  prescriptionItem,
  prescriptionItemInput,
} from './prescription-items.schemas.ts';
import { noneNeeded, returnedPrescription, returnFollowUp } from './returned.schemas.ts';
import { overrideReasons, pastOverrideReasons } from './prescribing.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** The other medicine of a finding about two: its origin, name, and when it was prescribed. */
const otherMedicine = z.strictObject({
  /** A line of the same draft, one of another active prescription, or the patient’s list of medicines. */
  origin: z.enum(['draft', 'prescription', 'stated']),
  name: localizedText,
  prescribedAt: instant.nullable(),
});
export type OtherMedicine = z.output<typeof otherMedicine>;

export const detectedIssue = z.strictObject({
  /** Stable for the same finding on the same draft, so that an acknowledgement can name it. */
  id: z.string(),
  check: z.string(),
  severity: z.enum(['contraindicated', 'serious', 'moderate', 'minor']),
  itemIds: z.array(z.string()),
  title: localizedText,
  mechanism: localizedText,
  advice: localizedText,
  evidence: z.string(),
  /** The name of the condition whose code is the evidence; older records have none. */
  condition: localizedText.optional(),
  source: z.string(),
  overridable: z.boolean(),
  /** Only for a finding about two medicines; older records have none. */
  other: otherMedicine.optional(),
});
export type DetectedIssue = z.output<typeof detectedIssue>;

/** A check that could not run. Shown as prominently as an alert, and never like "no alerts". */
export const notChecked = z.strictObject({ check: z.string(), itemIds: z.array(z.string()), reason: localizedText });

export const safetyReport = z.strictObject({
  checkedAt: instant,
  dataVersion: z.string(),
  /** The hospital’s release of the rules; null for the data that ship with the program, absent in older reports. */
  release: z.strictObject({ id, number: z.int(), sha256: z.string() }).nullable().optional(),
  /** Who reviewed that version of the built-in data line by line; null without a review, absent in older reports. */
  dataReviewedBy: z.string().nullable().optional(),
  /** Names of the completed checks. */
  checks: z.array(z.string()),
  issues: z.array(detectedIssue),
  notChecked: z.array(notChecked),
});
export type SafetyReport = z.output<typeof safetyReport>;

export const acknowledgement = z.strictObject({
  issueId: z.string().max(200),
  reason: z.enum([...overrideReasons, ...pastOverrideReasons]),
  /** The doctor’s own text, with `other`. */
  text: text(300, 1).optional(),
});
export type Acknowledgement = z.output<typeof acknowledgement>;

/** A reason as submitted: `other` requires a text, and only `other` has one. */
export const acknowledgementInput = acknowledgement
  .extend({ reason: z.enum(overrideReasons) })
  .refine(({ reason, text: words }) => (reason === 'other') === (words !== undefined), {
    path: ['text'],
    error: 'required',
  });

export type AcknowledgementInput = z.output<typeof acknowledgementInput>;

export const ruleFinding = z.strictObject({ ruleId: z.string(), text: localizedText, source: localizedText });
export type RuleFinding = z.output<typeof ruleFinding>;

export const personName = z.strictObject({ id, name: z.string(), nameLatin: z.string() });

export const prescription = z.strictObject({
  id,
  number: z.string(),
  visitId: id,
  status: z.enum(prescriptionStatuses),
  version,
  patient: personName.extend({ sex: z.enum(sexes), age: z.int() }),
  doctor: personName,
  pharmacist: personName.nullable(),
  department: localizedText,
  diagnoses: z.array(z.strictObject({ code: z.string(), title: localizedText, primary: z.boolean() })),
  items: z.array(prescriptionItem),
  safety: safetyReport.nullable(),
  /** Rules of the hospital's jurisdiction that block signing the present draft. */
  blockedBy: z.array(ruleFinding),
  acknowledgements: z.array(acknowledgement),
  createdAt: instant,
  signedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  validUntil: instant.nullable(),
  /** The main reason, which is signed, further ones, and the pharmacist’s explanation. */
  rejection: z
    .strictObject({ reason: z.enum(rejectionReasons), also: z.array(z.enum(rejectionReasons)), text: z.string() })
    .nullable(),
  /** Of a returned prescription; null while the doctor has not followed it up, and for patients. */
  followUp: returnFollowUp.nullable(),
  /** `ready` once the signed PDF can be opened. */
  document: z.enum(['none', 'pending', 'ready']),
  /** Where it is dispensed and what remains; null until it is approved. */
  dispensing: dispensingSummary.nullable(),
});
export type Prescription = z.output<typeof prescription>;

export const prescriptionParams = z.strictObject({ prescriptionId: id });
const visitParams = z.strictObject({ visitId: id });

/** A line to copy into a draft, with the present formulary data of its medicine. */
export const copiedLine = z.strictObject({
  line: prescriptionItem,
  /** Null when the medicine is no longer in the formulary: it can be read, but not prescribed. */
  product: medicineHit.nullable(),
});
export type CopiedLine = z.output<typeof copiedLine>;

export const earlierPrescription = z.strictObject({
  id,
  number: z.string(),
  status: z.enum(prescriptionStatuses),
  signedAt: instant,
  doctor: personName,
  diagnoses: z.array(z.strictObject({ code: z.string(), title: localizedText, primary: z.boolean() })),
  lines: z.array(copiedLine),
});
export type EarlierPrescription = z.output<typeof earlierPrescription>;

export const prescribingSchemas = {
  searchMedicines: {
    summary: 'Search the formulary by name in either language, ingredient, pinyin initials or ATC code',
    query: z.strictObject({ q: z.string().trim().max(80), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    response: z.strictObject({
      items: z.array(medicineHit),
      /** They can't be prescribed; the page says so. */
      patentMedicines: z.array(patentMedicineHit),
      dataVersion: z.string(),
    }),
  },
  readMedicine: {
    summary: 'Get a medicine, including one that can no longer be prescribed',
    params: z.strictObject({ productId: z.string().min(1).max(120) }),
    response: medicineHit,
  },
  createPrescription: {
    summary: 'Start a draft; returns the visit’s open draft if there is one',
    params: visitParams,
    response: prescription,
  },
  listVisitPrescriptions: {
    summary: 'List the prescriptions of a visit; patients see signed ones only',
    params: visitParams,
    response: z.strictObject({ items: z.array(prescription) }),
  },
  listPrescriptions: {
    summary: 'List your prescriptions (issued to you as a patient, by you as a doctor), newest first',
    query: z.strictObject({ ...cursorQuery, status: z.enum(prescriptionStatuses).optional() }),
    response: page(prescription),
  },
  readPrescription: {
    summary: 'Get a prescription',
    params: prescriptionParams,
    response: prescription,
  },
  savePrescription: {
    summary: 'Save the draft’s lines; runs all safety checks and rules and returns the results',
    params: prescriptionParams,
    body: z.strictObject({ items: z.array(prescriptionItemInput).max(20) }),
    response: prescription,
  },
  keepAcknowledgements: {
    summary: 'Save the reasons for overriding alerts with the draft; lines and version do not change',
    params: prescriptionParams,
    body: z.strictObject({ acknowledgements: z.array(acknowledgementInput).max(50) }),
    response: prescription,
  },
  listEarlierPrescriptions: {
    summary:
      'List earlier prescriptions of the patient in your current visit, from any doctor of the hospital, newest first',
    params: visitParams,
    query: z.strictObject(cursorQuery),
    response: page(earlierPrescription),
  },
  readGuidance: {
    summary:
      'Get advice on what to watch for with each medicine, in plain language; medicines without data are left out',
    params: prescriptionParams,
    response: z.strictObject({
      items: z.array(z.strictObject({ itemId: id, texts: z.array(localizedText) })),
      source: localizedText,
    }),
  },
  signPrescription: {
    summary: 'Sign and send to pharmacist review; requires a recent second factor',
    params: prescriptionParams,
    body: z.strictObject({
      acknowledgements: z.array(acknowledgementInput).max(50).default([]),
      /** Returned prescriptions of the same patient that this one replaces. */
      replaces: z.array(id).max(20).default([]),
    }),
    response: prescription,
    rateLimit: 20,
  },
  cancelPrescription: {
    summary: 'Cancel a draft or an undispensed signed prescription',
    params: prescriptionParams,
    body: z.strictObject({ reason: text(300, 1) }),
    response: prescription,
  },
  listReturned: {
    summary:
      'List the patient’s returned prescriptions that the doctor of this visit has not followed up, newest first',
    params: visitParams,
    response: z.strictObject({ items: z.array(returnedPrescription) }),
  },
  followUpReturned: {
    summary: 'State why a returned prescription needs no other one; it leaves the to-do list',
    params: prescriptionParams,
    body: noneNeeded,
    response: prescription,
  },
} satisfies RouteSchemas;
