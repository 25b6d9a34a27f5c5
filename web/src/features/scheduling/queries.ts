import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import {
  listAppointments,
  listSlots,
  listWaitlist,
  readAppointment,
} from '@yunzhen/shared/scheduling/appointments.contract';
import { listDoctors } from '@yunzhen/shared/directory/directory.contract';
import { readVisit } from '@yunzhen/shared/visits/visits.contract';
import { api } from '../../core/api/index.ts';
import { usePages } from '../../core/table/index.ts';
import { comingAppointments } from './reads.index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

export function useAppointment(appointmentId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['appointment', toValue(appointmentId)],
    query: ({ signal }) => api.call(readAppointment, { params: { appointmentId: toValue(appointmentId) }, signal }),
  });
}

export function useComingAppointments() {
  return useQuery({
    key: ['appointment', 'coming'],
    query: async ({ signal }) => (await api.call(listAppointments, { query: comingAppointments.query, signal })).items,
  });
}

/** All of the patient’s appointments, page by page. */
export function useAppointmentPages(when: MaybeRefOrGetter<'coming' | 'past'>) {
  return usePages(listAppointments, {
    key: () => ['appointment', 'list', toValue(when)],
    query: () => ({ when: toValue(when), limit: 20 }),
  });
}

export function useWaitlist() {
  return useQuery({
    key: ['appointment', 'waitlist'],
    query: async ({ signal }) => (await api.call(listWaitlist, { signal })).items,
  });
}

/** The visit that an appointment follows. */
export function useEarlierVisit(visitId: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['visit', toValue(visitId) ?? ''],
    enabled: () => toValue(visitId) !== undefined,
    query: ({ signal }) => api.call(readVisit, { params: { visitId: toValue(visitId) ?? '' }, signal }),
  });
}

/** A week of a doctor’s free times; the first week with any when `from` is empty. */
export function useFreeTimes(
  doctorId: MaybeRefOrGetter<string>,
  departmentId: MaybeRefOrGetter<string | undefined>,
  from: MaybeRefOrGetter<string>,
) {
  return useQuery({
    key: () => ['schedule', toValue(doctorId), toValue(departmentId) ?? '', toValue(from)],
    query: ({ signal }) =>
      api.call(listSlots, {
        params: { doctorId: toValue(doctorId) },
        query: { departmentId: toValue(departmentId), from: toValue(from) || undefined, days: 7 },
        signal,
      }),
    placeholderData: (previous) => previous,
  });
}

/** A doctor as patients see it. Prices and the next free time are those in the department, if one is given. */
export function useDoctor(doctorId: MaybeRefOrGetter<string>, departmentId?: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['duty', 'doctors', 'one', toValue(doctorId), toValue(departmentId) ?? ''],
    query: async ({ signal }) => {
      const query = { doctorId: toValue(doctorId), departmentId: toValue(departmentId) };
      const { items } = await api.call(listDoctors, { query, signal });
      return { doctor: items[0] ?? null };
    },
  });
}
