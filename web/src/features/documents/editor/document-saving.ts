import { useQuery } from '@pinia/colada';
import {
  documentContent,
  listVisitDocuments,
  readDocument,
  saveDocument,
  type ClinicalDocument,
  type DocumentContent,
} from '@yunzhen/shared/documents/documents.contract';
import { api } from '../../../core/api/index.ts';
import { createAutosaveMachine, type Revision } from '../../../ui/saving/index.ts';

const ordered = (content: DocumentContent) =>
  JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));

export const documentMachine = createAutosaveMachine<DocumentContent>({
  same: (a, b) => ordered(a) === ordered(b),
  savable: (content) => documentContent.safeParse(content).success,
});

export const draftNameOf = (documentId: string) => `document.${documentId}`;

export function revisionOf({ version, content, status }: ClinicalDocument): Revision<DocumentContent> {
  return { version, content, closed: status !== 'draft' };
}

/** Saving and reading of one draft for autosave; `told` hears every answer. */
export function documentPorts(documentId: string, onSaved: (document: ClinicalDocument) => void) {
  const params = { documentId };
  const tell = (document: ClinicalDocument) => {
    onSaved(document);
    return revisionOf(document);
  };
  return {
    save: async (content: DocumentContent, version: number) =>
      tell(await api.call(saveDocument, { params, body: content, ifMatch: version })),
    look: async () => tell(await api.call(readDocument, { params })),
  };
}

// The first part of the key is the entity of the record socket: a change of a document fetches the list again.
export const documentsKey = (visitId: string) => ['document', 'of-visit', visitId];

export function useVisitDocuments(visitId: string) {
  return useQuery({
    key: documentsKey(visitId),
    query: async ({ signal }) => (await api.call(listVisitDocuments, { params: { visitId }, signal })).items,
  });
}
