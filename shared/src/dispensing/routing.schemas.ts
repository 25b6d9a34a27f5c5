import { z } from 'zod';
import { cursorQuery, decimal, empty, id, instant, localizedText, page } from '../core/common.ts';
import { maskedPatient } from '../core/masked-patient.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';
import { dispensingClaim } from './dispensing.schemas.ts';

const prescriptionParams = z.strictObject({ prescriptionId: id });

export const pharmacyChoice = z.strictObject({
  /** The pharmacy the prescription was sent to; null for none, once a pharmacy has claimed it, and when no one there can dispense. */
  chosen: id.nullable(),
  /** Whether the choice can change: not once a pharmacy has claimed the prescription, or it has ended. */
  open: z.boolean(),
  /** Those where someone can dispense, the chosen one among them. */
  pharmacies: z.array(z.strictObject({ id, name: localizedText, phone: z.string() })),
});
export type PharmacyChoice = z.output<typeof pharmacyChoice>;

/** A prescription that its patient sent to the pharmacy. As in a list of claims, the patient’s name follows with the claim. */
export const routedPrescription = z.strictObject({
  prescriptionId: id,
  number: z.string(),
  ...maskedPatient,
  /** Names of the medicines, for open pages of the release before. */
  items: z.array(localizedText),
  /** The medicines of which something remains to be dispensed, with what remains; not from a program of the release before. */
  medicines: z
    .array(
      z.strictObject({
        id,
        name: localizedText,
        strength: z.string(),
        form: localizedText,
        quantity: z.strictObject({ value: decimal, unit: z.string() }),
        substitutionAllowed: z.boolean(),
      }),
    )
    .optional(),
  sentAt: instant,
  validUntil: instant,
});
export type RoutedPrescription = z.output<typeof routedPrescription>;

export const routingSchemas = {
  readPharmacyChoice: {
    summary: 'Get the pharmacy that you sent a prescription to, and the pharmacies to choose from',
    params: prescriptionParams,
    response: pharmacyChoice,
  },
  choosePharmacy: {
    summary: 'Send a prescription to a pharmacy, which can then claim it without its code, or take that back',
    params: prescriptionParams,
    body: z.strictObject({ pharmacyId: id.nullable() }),
    response: empty,
  },
  listRoutedPrescriptions: {
    summary: 'List the prescriptions that patients sent to your pharmacy and no pharmacy has claimed, newest first',
    query: z.strictObject({ ...cursorQuery }),
    response: page(routedPrescription),
  },
  claimRoutedPrescription: {
    summary: 'Claim a prescription that its patient sent to your pharmacy; repeating returns the claim',
    params: prescriptionParams,
    response: dispensingClaim,
  },
} satisfies RouteSchemas;
