import { useQuery } from '@pinia/colada';
import { readCircumstances } from '@yunzhen/shared/prescribing/rules.contract';
import { api } from '../../../core/api/index.ts';

/** What the hospital holds of a draft’s circumstances: what a signature would take. */
export function useCircumstances(prescriptionId: string) {
  return useQuery({
    key: ['prescription', 'circumstances', prescriptionId],
    query: ({ signal }) => api.call(readCircumstances, { params: { prescriptionId }, signal }),
  });
}
