import { defineRoute } from '../core/route.ts';
import type { documentsSchemas } from './documents.schemas.ts';

export type { DocumentContent, ClinicalDocument, DocumentVerification, FileVerification } from './documents.schemas.ts';

export const listVisitDocuments = defineRoute<typeof documentsSchemas, 'listVisitDocuments'>({
  name: 'listVisitDocuments',
  method: 'GET',
  path: '/api/visits/:visitId/documents',
  permission: 'document.read',
});

export const createDocument = defineRoute<typeof documentsSchemas, 'createDocument'>({
  name: 'createDocument',
  method: 'POST',
  path: '/api/visits/:visitId/documents',
  permission: 'document.write',
  status: 201,
});

export const readDocument = defineRoute<typeof documentsSchemas, 'readDocument'>({
  name: 'readDocument',
  method: 'GET',
  path: '/api/documents/:documentId',
  permission: 'document.read',
});

export const saveDocument = defineRoute<typeof documentsSchemas, 'saveDocument'>({
  name: 'saveDocument',
  method: 'PUT',
  path: '/api/documents/:documentId',
  permission: 'document.write',
  ifMatch: true,
});

export const discardDocument = defineRoute<typeof documentsSchemas, 'discardDocument'>({
  name: 'discardDocument',
  method: 'DELETE',
  path: '/api/documents/:documentId',
  permission: 'document.write',
  status: 204,
});

export const signDocument = defineRoute<typeof documentsSchemas, 'signDocument'>({
  name: 'signDocument',
  method: 'POST',
  path: '/api/documents/:documentId/signature',
  permission: 'document.write',
  ifMatch: true,
});

export const revokeDocument = defineRoute<typeof documentsSchemas, 'revokeDocument'>({
  name: 'revokeDocument',
  method: 'POST',
  path: '/api/documents/:documentId/revocation',
  permission: 'document.write',
});

export const previewDocument = defineRoute<typeof documentsSchemas, 'previewDocument'>({
  name: 'previewDocument',
  method: 'GET',
  path: '/api/documents/:documentId/preview',
  permission: 'document.write',
  file: true,
});

export const readDocumentFile = defineRoute<typeof documentsSchemas, 'readDocumentFile'>({
  name: 'readDocumentFile',
  method: 'GET',
  path: '/api/documents/:documentId/file',
  permission: 'document.read',
  file: true,
});

export const verifyDocumentCode = defineRoute<typeof documentsSchemas, 'verifyDocumentCode'>({
  name: 'verifyDocumentCode',
  method: 'POST',
  path: '/api/clinical-document-verifications',
  permission: 'public',
});

export const verifyDocumentFile = defineRoute<typeof documentsSchemas, 'verifyDocumentFile'>({
  name: 'verifyDocumentFile',
  method: 'POST',
  path: '/api/hospitals/:hospital/clinical-document-verifications',
  permission: 'public',
});

export const verifyFile = defineRoute<typeof documentsSchemas, 'verifyFile'>({
  name: 'verifyFile',
  method: 'POST',
  path: '/api/hospitals/:hospital/file-verifications',
  permission: 'public',
});
