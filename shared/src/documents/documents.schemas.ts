import { z } from 'zod';
import { documentKinds, documentStatuses, sickNotePurposes } from './clinical-document.ts';
import { documentPapers } from '../administration/setting-limits.ts';
import { hospitalSlug } from '../core/contact.ts';
import { maskedPatient } from '../core/masked-patient.schemas.ts';
import { date, empty, fileBytes, id, instant, locale, localizedText, prose, text, version } from '../core/common.ts';
import { timeStamp, verificationResult } from '../signing/verification.schemas.ts';
import { verifiedFileBytesLimit } from './documents.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** Dates are in the hospital’s time zone. The diagnosis is shown only when the patient agrees, which is signed with it. */
export const sickNoteContent = z.strictObject({
  kind: z.literal('sick-note'),
  purpose: z.enum(sickNotePurposes),
  from: date.nullable(),
  to: date.nullable(),
  patientAgreesToDiagnosis: z.boolean(),
  remark: prose(500),
});
export const referralContent = z.strictObject({
  kind: z.literal('referral'),
  hospital: prose(120),
  department: prose(120),
  urgent: z.boolean(),
  reason: prose(2000),
  summary: prose(6000),
});
export const summaryContent = z.strictObject({
  kind: z.literal('after-visit-summary'),
  /** In plain language. */
  diagnoses: prose(2000),
  advice: prose(4000),
  watchFor: prose(2000),
  comeBack: prose(1000),
});
export const documentContent = z.discriminatedUnion('kind', [sickNoteContent, referralContent, summaryContent]);
export type DocumentContent = z.output<typeof documentContent>;
export type SickNoteContent = z.output<typeof sickNoteContent>;

export const clinicalDocument = z.strictObject({
  id,
  number: z.string(),
  kind: z.enum(documentKinds),
  visitId: id,
  status: z.enum(documentStatuses),
  version,
  content: documentContent,
  /** Letters and summaries copy the visit’s note once it is signed. */
  noteSigned: z.boolean(),
  doctor: z.strictObject({ name: z.string(), nameLatin: z.string() }),
  updatedAt: instant,
  signedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  revokeReason: z.string().nullable(),
  /** The signed PDF: `none` for a draft, and for a document revoked before the PDF was generated. */
  file: z.enum(['none', 'pending', 'ready']),
});
export type ClinicalDocument = z.output<typeof clinicalDocument>;

const visitParams = z.strictObject({ visitId: id });
const documentParams = z.strictObject({ documentId: id });
const fileQuery = z.strictObject({ locale: locale.default('zh-CN'), paper: z.enum(documentPapers).default('A4') });

/** What the public may see: only the patient’s initials, and the days of a sick note. */
export const documentVerification = z.strictObject({
  outcome: z.enum(['genuine', 'altered', 'cancelled', 'unknown']),
  /** Why a document counts as altered. */
  reason: z.string().nullable(),
  timeStamp: timeStamp.optional(),
  document: z
    .strictObject({
      id,
      number: z.string(),
      kind: z.enum(documentKinds),
      hospital: localizedText,
      /** The hospital’s time zone, so that times appear as on the paper. */
      timeZone: z.string(),
      issuedAt: instant,
      revokedAt: instant.nullable(),
      ...maskedPatient,
      doctor: z.string(),
      doctorLatin: z.string().optional(),
      sickNote: z
        .strictObject({ purpose: z.enum(sickNotePurposes), from: date, to: date, days: z.int().min(1) })
        .nullable(),
      signature: z.enum(['valid', 'invalid']),
    })
    .nullable(),
});
export type DocumentVerification = z.output<typeof documentVerification>;

/** What kind of document a file is, and whether it is genuine. */
export const fileVerification = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('prescription'), result: verificationResult }),
  z.strictObject({ about: z.literal('document'), result: documentVerification }),
]);
export type FileVerification = z.output<typeof fileVerification>;

export const verifyDocumentCodeBody = z.strictObject({
  hospital: hospitalSlug,
  documentId: id,
  secret: z.string().min(16).max(100),
});

export const documentsSchemas = {
  listVisitDocuments: {
    summary: 'List the documents of a visit; doctors see drafts, patients see signed documents only',
    params: visitParams,
    response: z.strictObject({ items: z.array(clinicalDocument) }),
  },
  createDocument: {
    summary: 'Start a sick note, referral letter or after-visit summary, prefilled from the chart',
    params: visitParams,
    /** The language in which it is filled from the chart. */
    body: z.strictObject({ kind: z.enum(documentKinds), locale: locale.default('zh-CN') }),
    response: clinicalDocument,
  },
  readDocument: {
    summary: 'Get a document',
    params: documentParams,
    response: clinicalDocument,
  },
  saveDocument: {
    summary: 'Save the draft; If-Match carries the version it was based on',
    params: documentParams,
    body: documentContent,
    response: clinicalDocument,
  },
  discardDocument: {
    summary: 'Discard a draft; signed documents are revoked instead',
    params: documentParams,
    response: empty,
  },
  signDocument: {
    summary: 'Sign the document as shown; cannot be changed afterwards',
    params: documentParams,
    response: clinicalDocument,
  },
  revokeDocument: {
    summary: 'Revoke a signed document with a reason; verification then shows it as revoked',
    params: documentParams,
    body: z.strictObject({ reason: text(300, 1) }),
    response: clinicalDocument,
  },
  previewDocument: {
    summary: 'Preview the document as it would be signed, marked as a draft',
    params: documentParams,
    query: fileQuery,
    response: fileBytes,
  },
  readDocumentFile: {
    summary: 'Get the signed PDF; 409 document.file-pending while it is generated',
    params: documentParams,
    query: fileQuery,
    response: fileBytes,
  },
  verifyDocumentCode: {
    summary: 'Verify a scanned code of a sick note, referral or summary; the secret is in the body',
    body: verifyDocumentCodeBody,
    response: documentVerification,
    rateLimit: 60,
  },
  verifyDocumentFile: {
    summary: 'Verify a PDF (application/pdf) or signed record (application/jose) byte for byte; nothing is stored',
    params: z.strictObject({ hospital: hospitalSlug }),
    response: documentVerification,
    accepts: ['application/pdf', 'application/jose'],
    rateLimit: 30,
    bodyLimit: verifiedFileBytesLimit,
  },
  verifyFile: {
    summary: 'Verify anything the hospital signed, byte for byte; nothing is stored',
    params: z.strictObject({ hospital: hospitalSlug }),
    response: fileVerification,
    accepts: ['application/pdf', 'application/jose'],
    rateLimit: 30,
    bodyLimit: verifiedFileBytesLimit,
  },
} satisfies RouteSchemas;
