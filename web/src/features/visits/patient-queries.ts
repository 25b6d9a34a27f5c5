import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { readChart } from '@yunzhen/shared/chart/chart.contract';
import { listDepartments } from '@yunzhen/shared/directory/directory.contract';
import { listVisitPrescriptions, readPrescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { listVisits, readVisit, readWaiting } from '@yunzhen/shared/visits/visits.contract';
import { api } from '../../core/api/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity fetches the query again.

export function useVisit(visitId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['visit', toValue(visitId)],
    query: ({ signal }) => api.call(readVisit, { params: { visitId: toValue(visitId) }, signal }),
  });
}

/** The patient's open visit; there is at most one. */
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

export function useChart(patientId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['chart', toValue(patientId)],
    query: ({ signal }) => api.call(readChart, { params: { patientId: toValue(patientId) }, signal }),
  });
}

export function useVisitPrescriptions(visitId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['prescription', 'of-visit', toValue(visitId)],
    query: async ({ signal }) =>
      (await api.call(listVisitPrescriptions, { params: { visitId: toValue(visitId) }, signal })).items,
  });
}

export function usePrescription(prescriptionId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['prescription', toValue(prescriptionId)],
    query: ({ signal }) => api.call(readPrescription, { params: { prescriptionId: toValue(prescriptionId) }, signal }),
  });
}

/** How many are on duty and how many wait changes by the minute: fetched again with the queue and the duty roster. */
export function useDepartments() {
  return useQuery({
    key: ['duty', 'departments'],
    query: async ({ signal }) => (await api.call(listDepartments, { signal })).items,
  });
}
