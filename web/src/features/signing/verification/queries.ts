import { useQuery } from '@pinia/colada';
import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import { verifyDocumentCode } from '@yunzhen/shared/documents/documents.contract';
import type { BodyOf } from '@yunzhen/shared/core/route';
import { api } from '../../../core/api/index.ts';

export const useHospitals = () =>
  useQuery({ key: ['hospitals'], query: ({ signal }) => api.call(listHospitals, { signal }) });

/** Verifies a document’s code, with the time; undefined without a code. The secret is not part of the query key. */
export function useDocumentCheck(documentId: () => string, code: () => BodyOf<typeof verifyDocumentCode> | undefined) {
  return useQuery({
    key: () => ['document-check', documentId()],
    enabled: () => code() !== undefined,
    gcTime: 0,
    query: async ({ signal }) => {
      const body = code();
      if (!body) throw new Error('no code to check');
      return { result: await api.call(verifyDocumentCode, { body, signal }), at: new Date().toISOString() };
    },
  });
}
