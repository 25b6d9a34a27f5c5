import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { listPrescriptions } from '@yunzhen/shared/prescribing/prescribing.contract';
import { listVisits } from '@yunzhen/shared/visits/visits.contract';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { api } from '../../../core/api/index.ts';
import { usePages } from '../../../core/table/index.ts';

/** The patient’s latest visits. */
export function useRecentVisits(limit: number) {
  return useQuery({
    key: ['visit', 'recent'],
    query: async ({ signal }) => (await api.call(listVisits, { query: { limit }, signal })).items,
  });
}

export function useRecentPrescriptions(limit: number) {
  return useQuery({
    key: ['prescription', 'recent'],
    query: async ({ signal }) => (await api.call(listPrescriptions, { query: { limit }, signal })).items,
  });
}

/** All of the patient’s visits, page by page. */
export function useVisitPages(status: MaybeRefOrGetter<VisitStatus | 'every'>) {
  return usePages(listVisits, {
    key: () => ['visit', 'list', toValue(status)],
    query: () => {
      const wanted = toValue(status);
      return wanted === 'every' ? {} : { status: wanted };
    },
  });
}
