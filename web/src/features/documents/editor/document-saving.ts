import type { ClinicalDocument, DocumentContent } from '@yunzhen/shared/documents/documents.contract';
import { documentContent } from '@yunzhen/shared/documents/documents.schemas';
import { AutosaveMachine, type Revision } from '../../../ui/saving/index.ts';
import { storeDocument } from '../actions.ts';
import { fetchDocument } from '../queries.ts';

const ordered = (content: DocumentContent) =>
  JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));

export const documentMachine = new AutosaveMachine<DocumentContent>({
  same: (a, b) => ordered(a) === ordered(b),
  savable: (content) => documentContent.safeParse(content).success,
});

export const draftNameOf = (documentId: string) => `document.${documentId}`;

export function revisionOf({ version, content, status }: ClinicalDocument): Revision<DocumentContent> {
  return { version, content, closed: status !== 'draft' };
}

/** Returns save and read functions of one draft for autosave; `onSaved` is called with every answer. */
export function documentPorts(documentId: string, onSaved: (document: ClinicalDocument) => void) {
  const stored = (document: ClinicalDocument) => {
    onSaved(document);
    return revisionOf(document);
  };
  return {
    save: async (content: DocumentContent, version: number) =>
      stored(await storeDocument(documentId, content, version)),
    read: async () => stored(await fetchDocument(documentId)),
  };
}
