import { useQuery } from '@pinia/colada';
import { readDangerPage, type DangerPageAbout } from '@yunzhen/shared/visits/danger-page.contract';
import { api } from '../../../core/api/index.ts';

export const dangerPageKey = (about: DangerPageAbout) => [
  'danger-page',
  'visitId' in about ? about.visitId : about.prescriptionId,
];

/** The danger signs for the patient, with the answer that is still valid. Refetched every time, because both expire. */
export function useDangerPage(about: DangerPageAbout, enabled: () => boolean = () => true) {
  return useQuery({
    key: dangerPageKey(about),
    query: ({ signal }) => api.call(readDangerPage, { query: about, signal }),
    staleTime: 0,
    enabled,
  });
}
