import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import {
  listVisitPrescriptions,
  readMedicine,
  readPrescription,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { api } from '../../core/api/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity fetches the query again.

export const prescribingKeys = {
  prescriptions: (visitId: string) => ['prescription', 'of-visit', visitId],
} as const;

/** What the formulary says of a medicine, as its hit of the search; asked for while it is `wanted`. */
export function useMedicine(productId: string, wanted: () => boolean) {
  return useQuery({
    key: ['medicine', productId],
    query: ({ signal }) => api.call(readMedicine, { params: { productId }, signal }),
    enabled: wanted,
  });
}

/** The visit’s prescriptions for its doctor, the newest first. */
export function useVisitPrescriptions(visitId: string) {
  return useQuery({
    key: prescribingKeys.prescriptions(visitId),
    query: async ({ signal }) => {
      const { items } = await api.call(listVisitPrescriptions, { params: { visitId }, signal });
      return items.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
    },
  });
}

/** The visit’s prescriptions for its patient. */
export function useOwnPrescriptions(visitId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => prescribingKeys.prescriptions(toValue(visitId)),
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
