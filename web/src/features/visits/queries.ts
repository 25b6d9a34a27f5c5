import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery, useQueryCache } from '@pinia/colada';
import { listDepartments } from '@yunzhen/shared/directory/directory.contract';
import { listVisits, readVisit, readWaiting, type Visit } from '@yunzhen/shared/visits/visits.contract';
import { api } from '../../core/api/index.ts';
import { openVisit } from './reads.ts';
import { admittedVisit } from './waiting/admitted-visit.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

export const keys = {
  duty: ['duty', 'own'],
  pause: ['duty', 'pause'],
  queue: ['queue'],
  visit: (visitId: string) => ['visit', visitId],
} as const;

export function useVisit(visitId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => keys.visit(toValue(visitId)),
    query: ({ signal }) => api.call(readVisit, { params: { visitId: toValue(visitId) }, signal }),
  });
}

/**
 * Returns a function that shows a waiting visit as admitted as soon as the page hears of it. The refetched visit follows: waiting for it would cost a
 * round trip before the first picture.
 */
export function useShowAdmitted() {
  const cache = useQueryCache();
  return (visitId: string, version: number | null) => {
    const admitted = admittedVisit(cache.getQueryData<Visit>(keys.visit(visitId)), version);
    if (admitted) cache.setQueryData(keys.visit(visitId), admitted);
  };
}

/** The patient’s open visit; there is at most one. */
export function useOpenVisit() {
  return useQuery({
    key: ['visit', 'open'],
    query: async ({ signal }) => {
      const { items } = await api.call(listVisits, { query: openVisit.query, signal });
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
