import { useQuery } from '@pinia/colada';
import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import { verifyDocumentCode } from '@yunzhen/shared/documents/documents.contract';
import { verifyCode } from '@yunzhen/shared/signing/verification.contract';
import type { BodyOf } from '@yunzhen/shared/core/route';
import { api } from '../../../core/api/index.ts';

export const useHospitals = () =>
  useQuery({ key: ['hospitals'], query: ({ signal }) => api.call(listHospitals, { signal }) });

/** What the hospital says of a prescription's code. The secret goes into the body of the request and nowhere else. */
export const checkCode = (body: BodyOf<typeof verifyCode>, signal: AbortSignal) =>
  api.call(verifyCode, { body, signal });

/** What the hospital says of a document's code, and when; undefined is no code. The secret is not in the key. */
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
