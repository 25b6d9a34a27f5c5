import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { readChart } from '@yunzhen/shared/chart/chart.contract';
import { api } from '../../core/api/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

export const chartKeys = {
  note: (visitId: string) => ['note', visitId],
  diagnoses: (visitId: string) => ['diagnoses', visitId],
} as const;

export function useChart(patientId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['chart', toValue(patientId)],
    query: ({ signal }) => api.call(readChart, { params: { patientId: toValue(patientId) }, signal }),
  });
}
