import { useQuery } from '@pinia/colada';
import { listRules, readCircumstances } from '@yunzhen/shared/prescribing/rules.contract';
import { api } from '../../../core/api/index.ts';

export const circumstancesKey = (prescriptionId: string) => ['prescription', 'circumstances', prescriptionId];

/** The saved circumstances of a draft, as a signature would include them. */
export function useCircumstances(prescriptionId: string) {
  return useQuery({
    key: circumstancesKey(prescriptionId),
    query: ({ signal }) => api.call(readCircumstances, { params: { prescriptionId }, signal }),
  });
}

/** Every rule of both packs, and which pack is in force. */
export const useRules = () => useQuery({ key: ['rules'], query: ({ signal }) => api.call(listRules, { signal }) });
