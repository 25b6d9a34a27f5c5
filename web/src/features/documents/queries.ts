import { useQuery, useQueryCache } from '@pinia/colada';
import { listVisitDocuments, readDocument, type ClinicalDocument } from '@yunzhen/shared/documents/documents.contract';
import { api } from '../../core/api/index.ts';

// The first part of a key is the entity of the record socket: a change of a document refetches the list.
const ofVisit = (visitId: string) => ['document', 'of-visit', visitId];

export function useVisitDocuments(visitId: () => string) {
  return useQuery({
    key: () => ofVisit(visitId()),
    query: async ({ signal }) => (await api.call(listVisitDocuments, { params: { visitId: visitId() }, signal })).items,
  });
}

/** Writes a command’s answer into the visit’s list without refetching it. */
export function useStoreDocument(visitId: string) {
  const cache = useQueryCache();
  return function store(document: ClinicalDocument): void {
    const list = cache.getQueryData<ClinicalDocument[]>(ofVisit(visitId)) ?? [];
    const at = list.findIndex(({ id }) => id === document.id);
    cache.setQueryData(ofVisit(visitId), at < 0 ? [...list, document] : list.with(at, document));
  };
}

export const fetchDocument = (documentId: string) => api.call(readDocument, { params: { documentId } });
