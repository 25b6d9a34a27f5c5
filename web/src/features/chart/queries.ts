import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { readChart, readDiagnoses } from '@yunzhen/shared/chart/chart.contract';
import { readNote } from '@yunzhen/shared/chart/notes.contract';
import { api } from '../../core/api/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity fetches the query again.

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

export function useNote(visitId: string) {
  return useQuery({
    key: chartKeys.note(visitId),
    query: ({ signal }) => api.call(readNote, { params: { visitId }, signal }),
  });
}

export function useDiagnoses(visitId: string) {
  return useQuery({
    key: chartKeys.diagnoses(visitId),
    query: ({ signal }) => api.call(readDiagnoses, { params: { visitId }, signal }),
  });
}
