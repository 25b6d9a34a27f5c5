import { z } from 'zod';
import { claimEnds, releaseReasons } from './dispensing.ts';
import { sexes } from '../core/patient.ts';
import {
  cursorQuery,
  decimal,
  id,
  instant,
  localizedText,
  page,
  positiveDecimal,
  text,
  version,
} from '../core/common.ts';
import { cancellationRequest, dispenseReceipt } from '../prescribing/dispensing-state.schemas.ts';
import { prescriptionItem } from '../prescribing/prescription-items.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

/** A product that may be handed out in place of the prescribed one. */
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
  patientInitials: z.string(),
  items: z.array(localizedText),
  claimedAt: instant,
  validUntil: instant,
  endedAt: instant.nullable(),
  endedAs: z.enum(claimEnds).nullable(),
  /** Something of it was handed out under this claim. */
  dispensed: z.boolean(),
  /** The doctor asks to withdraw it and waits for an answer. */
  cancellationAsked: z.boolean(),
});
export type ListedClaim = z.output<typeof listedClaim>;

/** What a pharmacy sees of a prescription that it has claimed: what is needed to dispense, and no more. */
export const dispensingClaim = z.strictObject({
  ...listedClaim.shape,
  version,
  hospital: localizedText,
  timeZone: z.string(),
  endReason: z.string().nullable(),
  /** Null when the claim has ended without anything handed out under it. */
  patient: z
    .strictObject({
      name: z.string(),
      nameLatin: z.string(),
      sex: z.enum(sexes),
      age: z.int(),
      identityMasked: z.string(),
      allergies: z.array(z.string()),
    })
    .nullable(),
  doctor: z.string(),
  pharmacist: z.string(),
  department: localizedText,
  issuedAt: instant,
  lines: z.array(
    z.strictObject({
      item: prescriptionItem,
      dispensed: decimal,
      remaining: decimal,
      /** Empty where the doctor allows none, or there is none. */
      substitutes: z.array(substitute),
    }),
  ),
  /** Everything that was handed out of it, at other pharmacies too. */
  dispenses: z.array(dispenseReceipt),
  /** The receipts among them that this pharmacy gave. */
  ownReceipts: z.array(id),
  cancellation: cancellationRequest.nullable(),
});
export type DispensingClaim = z.output<typeof dispensingClaim>;

const claimParams = z.strictObject({ claimId: id });

export const dispensingSchemas = {
  readOwnPharmacy: {
    summary: 'Get the pharmacy you dispense for',
    response: z.strictObject({
      id,
      name: localizedText,
      /** Signed in with the pharmacy’s key: who dispenses says their name each time. */
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
      /** Of the receipt; made by the page, so that a retried or doubled command dispenses once. */
      id,
      lines: z
        .array(
          z.strictObject({
            itemId: id,
            quantity: positiveDecimal,
            /** The substitute that is handed out; null for what is prescribed. */
            substituteId: z.string().min(1).max(120).nullable().default(null),
            note: text(120).default(''),
          }),
        )
        .min(1)
        .max(20),
      /** Who hands it out, where the pharmacy’s key is signed in and not a person. */
      by: text(80, 1).optional(),
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
    summary: 'Answer a doctor’s request to withdraw a claimed prescription',
    params: claimParams,
    body: z.strictObject({ agree: z.boolean(), note: text(300).default('') }),
    response: dispensingClaim,
  },
} satisfies RouteSchemas;
