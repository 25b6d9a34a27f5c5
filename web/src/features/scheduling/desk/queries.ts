import { useQuery } from '@pinia/colada';
import { listDeskAppointments, listDeskTimes } from '@yunzhen/shared/scheduling/front-desk.contract';
import { api } from '../../../core/api/index.ts';
import { usePages } from '../../../core/table/index.ts';

/** Appointments of all doctors on a day, or from now on without one, by part of a name. */
export const useDeskAppointments = (wanted: () => { day: string; q: string }) =>
  usePages(listDeskAppointments, {
    key: () => ['appointment', 'desk', wanted().day, wanted().q],
    query: () => {
      const { day, q } = wanted();
      return { q, ...(day ? { day } : {}) };
    },
  });

/** Free times of the appointment’s doctor. */
export const useDeskTimes = (appointmentId: () => string, enabled: () => boolean) =>
  useQuery({
    key: () => ['schedule', 'desk-times', appointmentId()],
    enabled,
    query: async ({ signal }) =>
      (await api.call(listDeskTimes, { params: { appointmentId: appointmentId() }, signal })).items,
  });
