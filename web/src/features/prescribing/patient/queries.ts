import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import {
  listPrescriptions,
  listVisitPrescriptions,
  readGuidance,
  readPrescription,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { readPrescriptionCode } from '@yunzhen/shared/signing/prescription-paper.contract';
import { listRepeatRequests } from '@yunzhen/shared/prescribing/repeat-requests.contract';
import type { PrescriptionStatus } from '@yunzhen/shared/prescribing/prescription';
import { api } from '../../../core/api/index.ts';
import { usePages } from '../../../core/table/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

/** A patient never sees drafts. */
export type IssuedStatus = Exclude<PrescriptionStatus, 'draft'>;

export function usePrescription(prescriptionId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['prescription', toValue(prescriptionId)],
    query: ({ signal }) => api.call(readPrescription, { params: { prescriptionId: toValue(prescriptionId) }, signal }),
  });
}

export const usePrescriptions = (status: () => IssuedStatus | undefined) =>
  usePages(listPrescriptions, {
    key: () => ['prescription', 'list', status() ?? 'every'],
    query: () => ({ status: status() }),
  });

/** The code of one prescription, for the device to hold. */
export const fetchCode = (prescriptionId: string) => api.call(readPrescriptionCode, { params: { prescriptionId } });

/** The visit’s prescriptions for its patient. */
export function useOwnPrescriptions(visitId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['prescription', 'of-visit', toValue(visitId)],
    query: async ({ signal }) =>
      (await api.call(listVisitPrescriptions, { params: { visitId: toValue(visitId) }, signal })).items,
  });
}

/** Warnings for each medicine. */
export function useGuidance(prescriptionId: () => string) {
  return useQuery({
    key: () => ['prescription', prescriptionId(), 'guidance'],
    query: ({ signal }) => api.call(readGuidance, { params: { prescriptionId: prescriptionId() }, signal }),
  });
}

/** The patient’s latest repeat request. */
export function useLatestRepeatRequest(prescriptionId: () => string) {
  return useQuery({
    key: () => ['repeat', prescriptionId()],
    query: async ({ signal }) =>
      (await api.call(listRepeatRequests, { query: { prescriptionId: prescriptionId(), limit: 1 }, signal }))
        .items[0] ?? null,
  });
}
