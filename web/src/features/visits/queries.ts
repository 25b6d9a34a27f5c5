import { toValue, type MaybeRefOrGetter } from 'vue';
import { useInfiniteQuery, useQuery } from '@pinia/colada';
import { readChart, readDiagnoses } from '@yunzhen/shared/chart/chart.contract';
import { readNote } from '@yunzhen/shared/chart/notes.contract';
import { readDuty } from '@yunzhen/shared/directory/directory.contract';
import { listVisitPrescriptions, readMedicine } from '@yunzhen/shared/prescribing/prescribing.contract';
import { listVisits, readQueue, readVisit } from '@yunzhen/shared/visits/visits.contract';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { api } from '../../core/api/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity fetches the query again.

export const keys = {
  duty: ['duty', 'own'],
  queue: ['queue'],
  visit: (visitId: string) => ['visit', visitId],
  note: (visitId: string) => ['note', visitId],
  diagnoses: (visitId: string) => ['diagnoses', visitId],
  prescriptions: (visitId: string) => ['prescription', 'of-visit', visitId],
} as const;

export function useDuty() {
  return useQuery({ key: keys.duty, query: ({ signal }) => api.call(readDuty, { signal }) });
}

/** The doctor’s queue, and when it was read by this browser’s clock: waiting times go on from there. */
export function useQueue() {
  return useQuery({
    key: keys.queue,
    query: async ({ signal }) => ({ ...(await api.call(readQueue, { signal })), readAt: Date.now() }),
  });
}

/** The doctor’s visits that have ended, newest first, page by page. */
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

export function useVisit(visitId: string) {
  return useQuery({
    key: keys.visit(visitId),
    query: ({ signal }) => api.call(readVisit, { params: { visitId }, signal }),
  });
}

/** What the formulary says of a medicine, as its hit of the search; asked for while it is `wanted`. */
export function useMedicine(productId: string, wanted: () => boolean) {
  return useQuery({
    key: ['medicine', productId],
    query: ({ signal }) => api.call(readMedicine, { params: { productId }, signal }),
    enabled: wanted,
  });
}

export function useChart(patientId: string) {
  return useQuery({
    key: ['chart', patientId],
    query: ({ signal }) => api.call(readChart, { params: { patientId }, signal }),
  });
}

export function useNote(visitId: string) {
  return useQuery({
    key: keys.note(visitId),
    query: ({ signal }) => api.call(readNote, { params: { visitId }, signal }),
  });
}

export function useDiagnoses(visitId: string) {
  return useQuery({
    key: keys.diagnoses(visitId),
    query: ({ signal }) => api.call(readDiagnoses, { params: { visitId }, signal }),
  });
}

/** The visit’s prescriptions, the newest first. */
export function useVisitPrescriptions(visitId: string) {
  return useQuery({
    key: keys.prescriptions(visitId),
    query: async ({ signal }) => {
      const { items } = await api.call(listVisitPrescriptions, { params: { visitId }, signal });
      return items.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
    },
  });
}
