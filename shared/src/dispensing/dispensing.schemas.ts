import { z } from 'zod';
import { claimEnds, identityChecks, releaseReasons } from './dispensing.ts';
import { sexes } from '../core/patient.ts';
import {
  cursorQuery,
  date,
  decimal,
  id,
  instant,
  localizedText,
  page,
  positiveDecimal,
  text,
  version,
} from '../core/common.ts';
import { maskedPatient } from '../core/masked-patient.schemas.ts';
import { printedName } from '../core/printed-name.ts';
import { cancellationRequest, correctionReasons, dispenseReceipt } from '../prescribing/dispensing-state.schemas.ts';
import { prescriptionItem } from '../prescribing/prescription-items.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

/** A product that may be dispensed instead of the prescribed one. */
export const substitute = z.strictObject({
  productId: z.string(),
  name: localizedText,
  strength: z.string(),
  form: localizedText,
});

export const listedClaim = z.strictObject({
  id,
  prescriptionId: id,
  number: z.string(),
  ...maskedPatient,
  items: z.array(localizedText),
  claimedAt: instant,
  validUntil: instant,
  endedAt: instant.nullable(),
  endedAs: z.enum(claimEnds).nullable(),
  /** Something of it was dispensed under this claim. */
  dispensed: z.boolean(),
  /** The doctor asks to cancel it and waits for an answer. */
  cancellationAsked: z.boolean(),
});
export type ListedClaim = z.output<typeof listedClaim>;

/** What a pharmacy sees of a prescription that it has claimed: only what dispensing needs. */
export const dispensingClaim = z.strictObject({
  ...listedClaim.shape,
  version,
  hospital: localizedText,
  timeZone: z.string(),
  endReason: z.string().nullable(),
  /** Null when the claim has ended without anything dispensed under it. */
  patient: z
    .strictObject({
      name: z.string(),
      nameLatin: z.string(),
      sex: z.enum(sexes),
      age: z.int(),
      identityMasked: z.string(),
      /** The end of the patient’s own telephone number; empty without one. */
      phoneMasked: z.string(),
      /** As recorded, with the recognised names in both languages. */
      allergies: z.array(z.strictObject({ substance: z.string(), names: z.array(localizedText) })),
      /** False: an empty list does not mean that there are none. */
      allergiesStated: z.boolean(),
    })
    .nullable(),
  doctor: z.string(),
  doctorLatin: z.string(),
  pharmacist: z.string(),
  pharmacistLatin: z.string(),
  department: localizedText,
  issuedAt: instant,
  lines: z.array(
    z.strictObject({
      item: prescriptionItem,
      dispensed: decimal,
      remaining: decimal,
      /** Empty when the doctor allows none, or none exists. */
      substitutes: z.array(substitute),
    }),
  ),
  /** Everything that was dispensed of it, also at other pharmacies. */
  dispenses: z.array(dispenseReceipt),
  /** The receipts of this pharmacy. */
  ownReceipts: z.array(id),
  cancellation: cancellationRequest.nullable(),
});
export type DispensingClaim = z.output<typeof dispensingClaim>;

/** A month or a day, as printed on the pack. */
const expiry = z.union([date, z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)]);
/** A pack as the dispenser enters it. */
const packInput = {
  /** Brand and manufacturer. */
  note: text(120).default(''),
  batch: text(40, 1),
  expires: expiry,
};

/** What was really dispensed of a line. Nothing needs no pack, and receipts from before packs were recorded have none. */
const correctedLineInput = z
  .strictObject({
    itemId: id,
    quantity: decimal,
    note: packInput.note,
    batch: text(40),
    expires: expiry.or(z.literal('')),
  })
  .refine(({ quantity, batch }) => Number(quantity) === 0 || batch !== '', { path: ['batch'], error: 'required' })
  .refine(({ quantity, expires }) => Number(quantity) === 0 || expires !== '', {
    path: ['expires'],
    error: 'required',
  });

const claimParams = z.strictObject({ claimId: id });

export const dispensingSchemas = {
  readOwnPharmacy: {
    summary: 'Get the pharmacy you dispense for',
    response: z.strictObject({
      id,
      name: localizedText,
      /** Signed in with the pharmacy’s key: the dispenser gives their name each time. */
      counter: z.boolean(),
    }),
  },
  claimPrescription: {
    summary: 'Claim a prescription by its code so that no other pharmacy can dispense it; repeating returns the claim',
    body: z.strictObject({ prescriptionId: id, secret: z.string().min(16).max(100) }),
    response: dispensingClaim,
    rateLimit: 60,
  },
  listClaims: {
    summary: 'List the pharmacy’s current or past claims, newest first',
    query: z.strictObject({
      ...cursorQuery,
      state: z.enum(['open', 'ended']).default('open'),
      /** Part of the prescription’s number. */
      q: z.string().trim().max(40).default(''),
    }),
    response: page(listedClaim),
  },
  readClaim: {
    summary: 'Get a claimed prescription with the details needed to dispense',
    params: claimParams,
    response: dispensingClaim,
  },
  dispense: {
    summary: 'Dispense all or part of what remains; repeating an id returns the same receipt',
    params: claimParams,
    body: z.strictObject({
      /** The receipt’s id, generated by the client, so that a retry dispenses once. */
      id,
      lines: z
        .array(
          z.strictObject({
            itemId: id,
            quantity: positiveDecimal,
            /** The dispensed substitute; null for the prescribed product. */
            substituteId: z.string().min(1).max(120).nullable().default(null),
            ...packInput,
          }),
        )
        .min(1)
        .max(20),
      identityCheck: z.enum(identityChecks),
      /** The dispenser’s name, when the pharmacy’s key is signed in and not a person. */
      by: printedName(80).optional(),
    }),
    response: dispensingClaim,
  },
  correctDispense: {
    summary:
      'Record what was really dispensed; the signed receipt stays, quantities change only while the claim is open',
    params: claimParams.extend({ dispenseId: id }),
    body: z.strictObject({
      /** Generated by the client, so that a retry records it once. */
      id,
      /** The last correction that the page showed; null without one. Another one since then refuses this one (`resource.stale`). */
      after: id.nullable(),
      reason: z.enum(correctionReasons),
      text: text(500, 1),
      /** Every line of the receipt, in its order. */
      lines: z.array(correctedLineInput).min(1).max(20),
      by: printedName(80).optional(),
    }),
    response: dispensingClaim,
  },
  releaseClaim: {
    summary: 'Release the prescription, or what remains of it, so that any pharmacy can claim it',
    params: claimParams,
    body: z.strictObject({ reason: z.enum(releaseReasons), text: text(300).default('') }),
    response: dispensingClaim,
  },
  answerCancellation: {
    summary: 'Answer a doctor’s request to cancel a claimed prescription',
    params: claimParams,
    body: z.strictObject({ agree: z.boolean(), note: text(300).default('') }),
    response: dispensingClaim,
  },
} satisfies RouteSchemas;
