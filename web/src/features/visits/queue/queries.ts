import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { listDepartments, listDoctors, readDuty } from '@yunzhen/shared/directory/directory.contract';
import { readPause } from '@yunzhen/shared/visits/pauses.contract';
import { listVisits, readQueue } from '@yunzhen/shared/visits/visits.contract';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { api } from '../../../core/api/index.ts';
import { usePages } from '../../../core/table/index.ts';
import { keys } from '../queries.ts';

export const useDuty = () => useQuery({ key: keys.duty, query: ({ signal }) => api.call(readDuty, { signal }) });

/** The doctor’s queue, with the time of the fetch by this browser’s clock, from which waiting times continue. */
export function useQueue() {
  return useQuery({
    key: keys.queue,
    query: async ({ signal }) => ({ ...(await api.call(readQueue, { signal })), readAt: Date.now() }),
  });
}

/** The doctor’s ended visits, newest first, page by page. */
export function usePastVisits(status: MaybeRefOrGetter<VisitStatus | 'every'>) {
  return usePages(listVisits, {
    key: () => ['visit', 'past', toValue(status)],
    query: () => {
      const wanted = toValue(status);
      return { limit: 12, ...(wanted === 'every' ? { open: 'false' as const } : { status: wanted }) };
    },
  });
}

/** The doctor’s own pause. */
export const usePause = () => useQuery({ key: keys.pause, query: ({ signal }) => api.call(readPause, { signal }) });

/** Doctors on duty to whom a patient can be handed over, and the departments. */
export function useColleagues(enabled: () => boolean) {
  const colleagues = useQuery({
    key: ['duty', 'colleagues'],
    query: async ({ signal }) => (await api.call(listDoctors, { query: { onDuty: 'true' }, signal })).items,
    enabled,
  });
  const departments = useQuery({
    key: ['duty', 'departments'],
    query: async ({ signal }) => (await api.call(listDepartments, { signal })).items,
    enabled,
  });
  return { colleagues, departments };
}
