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
  /** `renewed`: a later one is used for signing, while what this one signed stays good. */
  state: z.enum(certificateStates),
  revokedAt: instant.nullable(),
  reason: z.enum(revocationReasons).nullable(),
  /** From when signatures with it are not to be believed. */
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
    summary: 'Certificates of doctors and pharmacists; `q` looks in names and serial numbers',
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
    summary: 'Doctors and pharmacists with an open account who have no certificate in force, by name',
    query: z.strictObject(cursorQuery),
    response: page(uncertifiedPractitioner),
  },
  revokeCertificate: {
    summary:
      'Withdraw a certificate for good. What was signed before stays valid, from a stolen key only what was signed before the theft',
    params: z.strictObject({ certificateId: id }),
    body: z.strictObject({
      reason: z.enum(revocationReasons),
      /** For a stolen key: since when it may have been in other hands. */
      compromisedSince: instant.optional(),
    }),
    response: practitionerCertificate,
  },
  issueCertificate: {
    summary:
      'Issue a certificate with a fresh key to a doctor or pharmacist; the one in force, if any, is renewed by it',
    params: z.strictObject({ practitionerId: id }),
    response: practitionerCertificate,
    rateLimit: 30,
  },
  readRevocationList: {
    summary: 'The hospital’s list of revoked certificates (RFC 5280, DER), for checking its documents offline',
    params: z.strictObject({ hospital: hospitalSlug }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
