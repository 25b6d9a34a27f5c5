import {
  createDocument,
  discardDocument,
  previewDocument,
  readDocumentFile,
  revokeDocument,
  saveDocument,
  signDocument,
  type DocumentContent,
} from '@yunzhen/shared/documents/documents.contract';
import { api } from '../../core/api/index.ts';
import { useCommand, useFile } from '../../core/commands/index.ts';
import { useStoreDocument } from './queries.ts';

export function useCreateDocument(visitId: string, hooks: { onError: (error: unknown) => void }) {
  return useCommand(createDocument, { onSuccess: useStoreDocument(visitId), ...hooks });
}

/** For autosave, which keeps busy and error itself. */
export const storeDocument = (documentId: string, body: DocumentContent, version: number) =>
  api.call(saveDocument, { params: { documentId }, body, ifMatch: version });

export const useSignDocument = (visitId: string) => useCommand(signDocument, { onSuccess: useStoreDocument(visitId) });

export const useRevokeDocument = (visitId: string) =>
  useCommand(revokeDocument, { onSuccess: useStoreDocument(visitId) });

/** Puts a draft away. */
export const useDiscardDocument = () => useCommand(discardDocument, { changes: [['document']] });

/** A draft as a page. */
export const useDocumentPreview = () => useFile(previewDocument);

export const useDocumentFile = () => useFile(readDocumentFile);
