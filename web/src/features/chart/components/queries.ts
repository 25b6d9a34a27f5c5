import { useQuery } from '@pinia/colada';
import { listBreakGlass } from '@yunzhen/shared/chart/break-glass.contract';
import { readEntryHistory } from '@yunzhen/shared/chart/entry.contract';
import { listChartLooks, readTimeline, type TimelineKind } from '@yunzhen/shared/chart/timeline.contract';
import { listChartDocuments } from '@yunzhen/shared/chart/uploads.contract';
import type { ParamsOf } from '@yunzhen/shared/core/route';
import { api } from '../../../core/api/index.ts';
import { usePages } from '../../../core/table/index.ts';

/** The versions of one entry. */
export function useEntryHistory(
  entry: () => ParamsOf<typeof readEntryHistory> & { version: number },
  enabled: () => boolean,
) {
  return useQuery({
    key: () => {
      const { patientId, kind, entryId, version } = entry();
      return ['chart', patientId, 'history', kind, entryId, version];
    },
    enabled,
    query: ({ signal }) => {
      const { patientId, kind, entryId } = entry();
      return api.call(readEntryHistory, { params: { patientId, kind, entryId }, signal });
    },
  });
}

/** All events, newest first. */
export const useTimeline = (patientId: () => string, kind: () => TimelineKind | undefined) =>
  usePages(readTimeline, {
    key: () => ['chart', patientId(), 'timeline', kind() ?? 'every'],
    params: () => ({ patientId: patientId() }),
    query: () => ({ limit: 20, kind: kind() }),
  });

export const useChartDocuments = (patientId: () => string) =>
  usePages(listChartDocuments, {
    key: () => ['chart', patientId(), 'documents'],
    params: () => ({ patientId: patientId() }),
  });

/** Who has read the patient’s chart. */
export const useChartLooks = (patientId: () => string) =>
  usePages(listChartLooks, {
    key: () => ['chart', patientId(), 'looks'],
    params: () => ({ patientId: patientId() }),
    query: () => ({ limit: 10 }),
  });

/** Emergency openings of the patient’s chart. */
export function useBreakGlass(patientId: () => string) {
  return useQuery({
    key: () => ['chart', patientId(), 'break-glass'],
    query: async ({ signal }) => (await api.call(listBreakGlass, { params: { patientId: patientId() }, signal })).items,
  });
}
