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

/** For autosave, which has its own busy and error state. */
export const storeDocument = (documentId: string, body: DocumentContent, version: number) =>
  api.call(saveDocument, { params: { documentId }, body, ifMatch: version });

export const useSignDocument = (visitId: string) => useCommand(signDocument, { onSuccess: useStoreDocument(visitId) });

export const useRevokeDocument = (visitId: string) =>
  useCommand(revokeDocument, { onSuccess: useStoreDocument(visitId) });

/** Discards a draft. */
export const useDiscardDocument = () => useCommand(discardDocument, { changes: [['document']] });

/** Fetches a draft as a rendered page. */
export const useDocumentPreview = () => useFile(previewDocument);

export const useDocumentFile = () => useFile(readDocumentFile);
