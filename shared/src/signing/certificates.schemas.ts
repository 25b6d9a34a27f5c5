import { z } from 'zod';
import { cursorQuery, fileBytes, id, instant, page } from '../core/common.ts';
import { hospitalSlug } from '../core/contact.ts';
import { certificateStates, revocationReasons, certificateSorts } from './certificates.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const practitionerCertificate = z.strictObject({
  id,
  practitionerId: id,
  name: z.string(),
  nameLatin: z.string(),
  serial: z.string(),
  notBefore: instant,
  notAfter: instant,
  /** `renewed`: a later one signs now, while earlier signatures stay valid. */
  state: z.enum(certificateStates),
  revokedAt: instant.nullable(),
  reason: z.enum(revocationReasons).nullable(),
  /** From when its signatures are not trusted. */
  invalidFrom: instant.nullable(),
});
export type PractitionerCertificate = z.output<typeof practitionerCertificate>;

export const uncertifiedPractitioner = z.strictObject({
  practitionerId: id,
  kind: z.enum(['doctor', 'pharmacist']),
  name: z.string(),
  nameLatin: z.string(),
  licence: z.string(),
});
export type UncertifiedPractitioner = z.output<typeof uncertifiedPractitioner>;

export const certificatesSchemas = {
  listCertificates: {
    summary: 'List certificates of doctors and pharmacists; `q` searches names and serial numbers',
    query: z.strictObject({
      ...cursorQuery,
      q: z.string().trim().max(80).default(''),
      state: z.enum(certificateStates).optional(),
      sort: z.enum(certificateSorts).default('issued'),
      order: z.enum(['asc', 'desc']).default('desc'),
    }),
    response: page(practitionerCertificate),
  },
  listMissingCertificates: {
    summary: 'List doctors and pharmacists with an active account and no valid certificate, by name',
    query: z.strictObject(cursorQuery),
    response: page(uncertifiedPractitioner),
  },
  revokeCertificate: {
    summary:
      'Revoke a certificate permanently; earlier signatures stay valid, after a key theft only those made before it',
    params: z.strictObject({ certificateId: id }),
    body: z.strictObject({
      reason: z.enum(revocationReasons),
      /** For a stolen key: the earliest time of the compromise. */
      compromisedSince: instant.optional(),
    }),
    response: practitionerCertificate,
  },
  issueCertificate: {
    summary: 'Issue a certificate with a new key to a doctor or pharmacist; renews the current one',
    params: z.strictObject({ practitionerId: id }),
    response: practitionerCertificate,
    rateLimit: 30,
  },
  readRevocationList: {
    summary: 'Get the hospital’s certificate revocation list (RFC 5280, DER) for offline verification',
    params: z.strictObject({ hospital: hospitalSlug }),
    query: z.strictObject({
      /** Serial number of a former authority, in hexadecimal; default is the current one. */
      authority: z
        .string()
        .regex(/^[0-9A-Fa-f]{1,40}$/)
        .optional(),
    }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
