import { z } from 'zod';
import { prescriptionStatuses } from '../prescribing/prescription.ts';
import { decimal, fileBytes, id, instant, localizedText } from '../core/common.ts';
import { hospitalSlug } from '../core/contact.ts';
import { maskedPatient } from '../core/masked-patient.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

/** Proof of when the file was signed, by a time stamp authority that the hospital trusts; only for a PDF. */
export const timeStamp = z.strictObject({ at: instant, authority: z.string() });

/** What anyone who scanned the code may see: only the patient’s initials. */
export const verificationResult = z.strictObject({
  outcome: z.enum([
    'genuine',
    'altered',
    'pending',
    'rejected',
    'cancelled',
    'expired',
    'used',
    'partly-used',
    'with-dispenser',
    'unknown',
  ]),
  /** Why a document counts as altered. */
  reason: z.string().nullable(),
  timeStamp: timeStamp.optional(),
  prescription: z
    .strictObject({
      id,
      number: z.string(),
      hospital: localizedText,
      /** The hospital’s time zone, so that times appear as on the paper. */
      timeZone: z.string(),
      status: z.enum(prescriptionStatuses),
      issuedAt: instant,
      validUntil: instant,
      ...maskedPatient,
      doctor: z.string(),
      doctorLatin: z.string(),
      pharmacist: z.string().nullable(),
      pharmacistLatin: z.string().nullable(),
      items: z.array(
        z.strictObject({
          name: localizedText,
          strength: z.string(),
          instruction: localizedText,
          quantity: localizedText,
          /** What can still be dispensed; null while nothing was dispensed. */
          remaining: z.strictObject({ value: decimal, text: localizedText }).nullable(),
        }),
      ),
      doctorSignature: z.enum(['valid', 'invalid']),
      pharmacistSignature: z.enum(['valid', 'invalid', 'none']),
    })
    .nullable(),
});
export type VerificationResult = z.output<typeof verificationResult>;

export const verifyCodeBody = z.strictObject({
  hospital: hospitalSlug,
  prescriptionId: id,
  secret: z.string().min(16).max(100),
});

export const verificationSchemas = {
  verifyCode: {
    summary: 'Verify a scanned code; the secret is in the body to keep it out of access logs',
    body: verifyCodeBody,
    response: verificationResult,
    rateLimit: 60,
  },
  verifyDocument: {
    summary: 'Verify a PDF (application/pdf) or signed record (application/jose) byte for byte; nothing is stored',
    params: z.strictObject({ hospital: hospitalSlug }),
    response: verificationResult,
    accepts: ['application/pdf', 'application/jose'],
    rateLimit: 30,
    bodyLimit: 5 * 1024 * 1024,
  },
  readHospitalCertificate: {
    summary: 'Get the hospital’s certificate (PEM) for offline verification',
    params: z.strictObject({ hospital: hospitalSlug }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
