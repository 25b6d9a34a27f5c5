import { useQuery } from '@pinia/colada';
import { listRoutedPrescriptions, readPharmacyChoice } from '@yunzhen/shared/dispensing/routing.contract';
import { api } from '../../../core/api/index.ts';
import { usePages } from '../../../core/table/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

/** The pharmacy that the patient sent a prescription to, and those to choose from. */
export const usePharmacyChoice = (prescriptionId: () => string, enabled: () => boolean) =>
  useQuery({
    key: () => ['prescription', prescriptionId(), 'pharmacy'],
    enabled,
    query: ({ signal }) => api.call(readPharmacyChoice, { params: { prescriptionId: prescriptionId() }, signal }),
  });

/** Prescriptions that patients sent to the pharmacy. */
export const useRouted = () =>
  usePages(listRoutedPrescriptions, { key: () => ['claim', 'routed'], query: () => ({ limit: 20 }) });
