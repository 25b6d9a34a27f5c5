import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { listDepartments } from '@yunzhen/shared/directory/directory.contract';
import { readSchedule } from '@yunzhen/shared/scheduling/schedules.contract';
import { api } from '../../../core/api/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity fetches the query again.

export function useSchedule(doctorId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['schedule', 'hours', toValue(doctorId)],
    query: ({ signal }) => api.call(readSchedule, { params: { doctorId: toValue(doctorId) }, signal }),
  });
}

export function useDepartments() {
  return useQuery({
    key: ['duty', 'departments'],
    query: async ({ signal }) => (await api.call(listDepartments, { signal })).items,
  });
}
