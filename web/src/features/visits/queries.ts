import { toValue, type MaybeRefOrGetter } from 'vue';
import { useInfiniteQuery, useQuery } from '@pinia/colada';
import { listDepartments, readDuty } from '@yunzhen/shared/directory/directory.contract';
import { readDay } from '@yunzhen/shared/visits/day.contract';
import { listVisits, readQueue, readVisit, readWaiting } from '@yunzhen/shared/visits/visits.contract';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { api } from '../../core/api/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

export const keys = {
  duty: ['duty', 'own'],
  pause: ['duty', 'pause'],
  queue: ['queue'],
  visit: (visitId: string) => ['visit', visitId],
} as const;

export function useDuty() {
  return useQuery({ key: keys.duty, query: ({ signal }) => api.call(readDuty, { signal }) });
}

/** The doctor’s queue, with the time of the fetch by this browser’s clock, from which waiting times continue. */
export function useQueue() {
  return useQuery({
    key: keys.queue,
    query: async ({ signal }) => ({ ...(await api.call(readQueue, { signal })), readAt: Date.now() }),
  });
}

/** The doctor’s ended visits, newest first, page by page. */
export function usePastVisits(status: MaybeRefOrGetter<VisitStatus | 'every'>) {
  return useInfiniteQuery({
    key: () => ['visit', 'past', toValue(status)],
    initialPageParam: '' as string,
    query: ({ pageParam, signal }) => {
      const wanted = toValue(status);
      const which = wanted === 'every' ? { open: 'false' as const } : { status: wanted };
      return api.call(listVisits, { query: { ...which, cursor: pageParam || undefined, limit: 12 }, signal });
    },
    getNextPageParam: ({ next }) => next,
  });
}

/** The doctor’s day; an empty `day` means the hospital’s today. */
export function useDay(day: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['schedule', 'day', toValue(day)],
    query: ({ signal }) => api.call(readDay, { query: { day: toValue(day) || undefined }, signal }),
    placeholderData: (previous) => previous,
  });
}

export function useVisit(visitId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => keys.visit(toValue(visitId)),
    query: ({ signal }) => api.call(readVisit, { params: { visitId: toValue(visitId) }, signal }),
  });
}

/** The patient’s open visit; there is at most one. */
export function useOpenVisit() {
  return useQuery({
    key: ['visit', 'open'],
    query: async ({ signal }) => {
      const { items } = await api.call(listVisits, { query: { open: 'true', limit: 1 }, signal });
      return { visit: items[0] ?? null };
    },
  });
}

export function useWaiting(visitId: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: () => ['waiting', toValue(visitId)],
    enabled,
    query: ({ signal }) => api.call(readWaiting, { params: { visitId: toValue(visitId) }, signal }),
  });
}

/** Departments with doctors on duty and waiting patients, refetched with the queue and the duty roster. */
export function useDepartments() {
  return useQuery({
    key: ['duty', 'departments'],
    query: async ({ signal }) => (await api.call(listDepartments, { signal })).items,
  });
}
