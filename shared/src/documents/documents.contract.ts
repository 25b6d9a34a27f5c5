import { routesOf } from '../core/route.ts';
import type { documentsSchemas } from './documents.schemas.ts';

export type { DocumentContent, ClinicalDocument, DocumentVerification, FileVerification } from './documents.schemas.ts';

const defineRoute = routesOf<typeof documentsSchemas>();

export const listVisitDocuments = defineRoute(
  'listVisitDocuments',
  'GET /api/visits/:visitId/documents',
  'document.read',
);
export const createDocument = defineRoute('createDocument', 'POST /api/visits/:visitId/documents', 'document.write', {
  status: 201,
});
export const readDocument = defineRoute('readDocument', 'GET /api/documents/:documentId', 'document.read');
export const saveDocument = defineRoute('saveDocument', 'PUT /api/documents/:documentId', 'document.write', {
  ifMatch: true,
});
export const discardDocument = defineRoute('discardDocument', 'DELETE /api/documents/:documentId', 'document.write', {
  status: 204,
});
export const signDocument = defineRoute('signDocument', 'POST /api/documents/:documentId/signature', 'document.write', {
  ifMatch: true,
});
export const revokeDocument = defineRoute(
  'revokeDocument',
  'POST /api/documents/:documentId/revocation',
  'document.write',
);
export const previewDocument = defineRoute(
  'previewDocument',
  'GET /api/documents/:documentId/preview',
  'document.write',
  { file: true },
);
export const readDocumentFile = defineRoute(
  'readDocumentFile',
  'GET /api/documents/:documentId/file',
  'document.read',
  { file: true },
);
export const verifyDocumentCode = defineRoute(
  'verifyDocumentCode',
  'POST /api/clinical-document-verifications',
  'public',
);
export const verifyDocumentFile = defineRoute(
  'verifyDocumentFile',
  'POST /api/hospitals/:hospital/clinical-document-verifications',
  'public',
);
export const verifyFile = defineRoute('verifyFile', 'POST /api/hospitals/:hospital/file-verifications', 'public');
