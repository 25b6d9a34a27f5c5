import { useQuery, useQueryCache } from '@pinia/colada';
import {
  listEarlierPrescriptions,
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

// The first part of a key is the entity of the record socket: a change of that entity fetches the query again.

const ofVisit = (visitId: string) => ['prescription', 'of-visit', visitId];

/** What the formulary says of a medicine, as its hit of the search; asked for while it is `wanted`. */
export function useMedicine(productId: string, wanted: () => boolean) {
  return useQuery({
    key: ['medicine', productId],
    query: ({ signal }) => api.call(readMedicine, { params: { productId }, signal }),
    enabled: wanted,
  });
}

export const findMedicines = async (words: string, signal: AbortSignal) =>
  (await api.call(searchMedicines, { query: { q: words, limit: 20 }, signal })).items;

/** The visit’s prescriptions for its doctor, the newest first. */
export function useVisitPrescriptions(visitId: string) {
  return useQuery({
    key: ofVisit(visitId),
    query: async ({ signal }) => {
      const { items } = await api.call(listVisitPrescriptions, { params: { visitId }, signal });
      return items.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
    },
  });
}

/** Stores what a command was answered with in the visit's list, the newest first, without fetching the list again. */
export function useStorePrescription(visitId: string) {
  const cache = useQueryCache();
  return function store(prescription: Prescription): void {
    const list = cache.getQueryData<Prescription[]>(ofVisit(visitId)) ?? [];
    const known = list.find(({ id }) => id === prescription.id);
    // An answer that comes late must not put an older state over a newer one.
    if (known && known.version > prescription.version) return;
    const next = known
      ? list.map((each) => (each.id === prescription.id ? prescription : each))
      : [prescription, ...list];
    cache.setQueryData(ofVisit(visitId), next);
  };
}

export const fetchPrescription = (prescriptionId: string) => api.call(readPrescription, { params: { prescriptionId } });

/** What the visit's patient was prescribed before. */
export const useEarlierPrescriptions = (visitId: string, enabled: () => boolean) =>
  usePages(listEarlierPrescriptions, {
    key: ['prescription', 'earlier', visitId],
    params: () => ({ visitId }),
    query: () => ({ limit: 10 }),
    enabled,
  });

/** The doctor's templates and the hospital's, those for the diagnoses first. */
export const useTemplates = (codes: () => string, enabled: () => boolean) =>
  usePages(listTemplates, {
    key: () => ['template', codes()],
    query: () => ({ codes: codes(), limit: 10 }),
    enabled,
  });

/** Patients' requests for a prescription again that the doctor has not answered. */
export function useOpenRepeatRequests() {
  return useQuery({
    key: ['repeat', 'open'],
    query: ({ signal }) => api.call(listRepeatRequests, { query: { status: 'asked', limit: 50 }, signal }),
  });
}
