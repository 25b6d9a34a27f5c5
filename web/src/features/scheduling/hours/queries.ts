import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { listDepartments } from '@yunzhen/shared/directory/directory.contract';
import { listOrphanedAppointments, listOrphanTimes } from '@yunzhen/shared/scheduling/doctor-changes.contract';
import { orphanedAppointmentSorts } from '@yunzhen/shared/scheduling/doctor-changes.constants';
import { listSchedules, readSchedule } from '@yunzhen/shared/scheduling/schedules.contract';
import { scheduleSorts, scheduleStates } from '@yunzhen/shared/scheduling/schedules.constants';
import { api } from '../../../core/api/index.ts';
import { useTable } from '../../../core/table/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

export function useSchedule(doctorId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['schedule', 'hours', toValue(doctorId)],
    query: ({ signal }) => api.call(readSchedule, { params: { doctorId: toValue(doctorId) }, signal }),
  });
}

/** Doctors whose hours the administrator plans. */
export const useSchedules = () =>
  useTable(listSchedules, {
    key: ['schedule', 'doctors'],
    sorts: scheduleSorts,
    filters: { hours: scheduleStates },
  });

/** Booked appointments whose doctor has left. */
export const useOrphanedAppointments = () =>
  useTable(listOrphanedAppointments, { key: ['schedule', 'orphaned'], sorts: orphanedAppointmentSorts });

export function useOrphanedCount() {
  return useQuery({
    key: ['schedule', 'orphaned', 'count'],
    query: async ({ signal }) => (await api.call(listOrphanedAppointments, { query: { limit: 1 }, signal })).total,
  });
}

/** Times of other doctors to which such an appointment can be moved. */
export function useOrphanTimes(appointmentId: MaybeRefOrGetter<string>, enabled: () => boolean) {
  return useQuery({
    key: () => ['schedule', 'orphan-times', toValue(appointmentId)],
    query: async ({ signal }) =>
      (await api.call(listOrphanTimes, { params: { appointmentId: toValue(appointmentId) }, signal })).items,
    enabled,
  });
}

export function useDepartments() {
  return useQuery({
    key: ['duty', 'departments'],
    query: async ({ signal }) => (await api.call(listDepartments, { signal })).items,
  });
}
