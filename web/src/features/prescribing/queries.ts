import { useQuery, useQueryCache } from '@pinia/colada';
import {
  listEarlierPrescriptions,
  listReturned,
  listVisitPrescriptions,
  readMedicine,
  readPrescription,
  searchMedicines,
  type Prescription,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { listRepeatRequests } from '@yunzhen/shared/prescribing/repeat-requests.contract';
import { listTemplates } from '@yunzhen/shared/prescribing/templates.contract';
import { api } from '../../core/api/index.ts';
import { usePages } from '../../core/table/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

const ofVisit = (visitId: string) => ['prescription', 'of-visit', visitId];

/** A medicine of the formulary as a search result, fetched while it is `wanted`. */
export function useMedicine(productId: string, wanted: () => boolean) {
  return useQuery({
    key: ['medicine', productId],
    query: ({ signal }) => api.call(readMedicine, { params: { productId }, signal }),
    enabled: wanted,
  });
}

export const findMedicines = (words: string, signal: AbortSignal) =>
  api.call(searchMedicines, { query: { q: words, limit: 20 }, signal });

/** The visit’s prescriptions for its doctor, newest first. */
export function useVisitPrescriptions(visitId: string) {
  return useQuery({
    key: ofVisit(visitId),
    query: async ({ signal }) => {
      const { items } = await api.call(listVisitPrescriptions, { params: { visitId }, signal });
      return items.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
    },
  });
}

/** Writes a command’s answer into the visit’s list, newest first, without refetching it. */
export function useStorePrescription(visitId: string) {
  const cache = useQueryCache();
  return function store(prescription: Prescription): void {
    const list = cache.getQueryData<Prescription[]>(ofVisit(visitId)) ?? [];
    const known = list.find(({ id }) => id === prescription.id);
    // A late answer must not overwrite a newer version.
    if (known && known.version > prescription.version) return;
    const next = known
      ? list.map((each) => (each.id === prescription.id ? prescription : each))
      : [prescription, ...list];
    cache.setQueryData(ofVisit(visitId), next);
  };
}

export const fetchPrescription = (prescriptionId: string) => api.call(readPrescription, { params: { prescriptionId } });

/** Earlier prescriptions of the visit’s patient. */
export const useEarlierPrescriptions = (visitId: string, enabled: () => boolean) =>
  usePages(listEarlierPrescriptions, {
    key: ['prescription', 'earlier', visitId],
    params: () => ({ visitId }),
    query: () => ({ limit: 10 }),
    enabled,
  });

/** Returned prescriptions of the visit’s patient that the doctor has not followed up, newest first. */
export const useReturned = (visitId: string) =>
  useQuery({
    key: ['prescription', 'returned', visitId],
    query: async ({ signal }) => (await api.call(listReturned, { params: { visitId }, signal })).items,
  });

/** Templates of the doctor and the hospital, those for the diagnoses first. */
export const useTemplates = (codes: () => string, enabled: () => boolean) =>
  usePages(listTemplates, {
    key: () => ['template', codes()],
    query: () => ({ codes: codes(), limit: 10 }),
    enabled,
  });

/** Repeat requests that the doctor has not answered. */
export function useOpenRepeatRequests() {
  return useQuery({
    key: ['repeat', 'open'],
    query: ({ signal }) => api.call(listRepeatRequests, { query: { status: 'asked', limit: 50 }, signal }),
  });
}
