import { z } from 'zod';
import { cursorQuery, fileBytes, id, instant, page } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';
import { hospitalSlug } from '../core/contact.ts';

/** Why a certificate is withdrawn (RFC 5280, section 5.3.1). */
export const revocationReasons = [
  'key-compromise',
  'affiliation-changed',
  'superseded',
  'cessation-of-operation',
] as const;

export const certificateStates = ['in-force', 'renewed', 'expired', 'revoked'] as const;
export const certificateSorts = ['end', 'name', 'issued'] as const;
export type CertificateSort = (typeof certificateSorts)[number];

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

export const listCertificates = defineRoute({
  name: 'listCertificates',
  method: 'GET',
  path: '/api/certificates',
  summary: 'Certificates of doctors and pharmacists; `q` looks in names and serial numbers',
  permission: 'certificate.manage',
  query: z.strictObject({
    ...cursorQuery,
    q: z.string().trim().max(80).default(''),
    state: z.enum(certificateStates).optional(),
    sort: z.enum(certificateSorts).default('issued'),
    order: z.enum(['asc', 'desc']).default('desc'),
  }),
  response: page(practitionerCertificate),
});

export const uncertifiedPractitioner = z.strictObject({
  practitionerId: id,
  kind: z.enum(['doctor', 'pharmacist']),
  name: z.string(),
  nameLatin: z.string(),
  licence: z.string(),
});
export type UncertifiedPractitioner = z.output<typeof uncertifiedPractitioner>;

export const listMissingCertificates = defineRoute({
  name: 'listMissingCertificates',
  method: 'GET',
  path: '/api/missing-certificates',
  summary: 'Doctors and pharmacists with an open account who have no certificate in force, by name',
  permission: 'certificate.manage',
  query: z.strictObject(cursorQuery),
  response: page(uncertifiedPractitioner),
});

export const revokeCertificate = defineRoute({
  name: 'revokeCertificate',
  method: 'POST',
  path: '/api/certificates/:certificateId/revocation',
  summary:
    'Withdraw a certificate for good. What was signed before stays valid, from a stolen key only what was signed before the theft',
  permission: 'certificate.manage',
  params: z.strictObject({ certificateId: id }),
  body: z.strictObject({
    reason: z.enum(revocationReasons),
    /** For a stolen key: since when it may have been in other hands. */
    compromisedSince: instant.optional(),
  }),
  response: practitionerCertificate,
});

export const issueCertificate = defineRoute({
  name: 'issueCertificate',
  method: 'POST',
  path: '/api/practitioners/:practitionerId/certificates',
  summary: 'Issue a certificate with a fresh key to a doctor or pharmacist; the one in force, if any, is renewed by it',
  permission: 'certificate.manage',
  params: z.strictObject({ practitionerId: id }),
  response: practitionerCertificate,
  status: 201,
  rateLimit: 30,
});

export const readRevocationList = defineRoute({
  name: 'readRevocationList',
  method: 'GET',
  path: '/api/hospitals/:hospital/revocation-list',
  summary: 'The hospital’s list of revoked certificates (RFC 5280, DER), for checking its documents offline',
  permission: 'public',
  params: z.strictObject({ hospital: hospitalSlug }),
  response: fileBytes,
  file: true,
});
