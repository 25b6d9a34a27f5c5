import { useQuery } from '@pinia/colada';
import { readVisitBill } from '@yunzhen/shared/documents/bills.contract';
import { api } from '../../../core/api/index.ts';

/** The bill of a visit; null without one. It never changes. */
export const useVisitBill = (visitId: () => string) =>
  useQuery({
    key: () => ['bill', visitId()],
    query: ({ signal }) => api.call(readVisitBill, { params: { visitId: visitId() }, signal }),
  });
