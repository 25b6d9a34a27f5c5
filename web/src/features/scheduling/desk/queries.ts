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
    // Without a day, the server asks for a name.
    enabled: () => wanted().day !== '' || wanted().q !== '',
  });

/** Free times of the appointment’s doctor on two weeks of days from a date. */
export const useDeskTimes = (appointmentId: () => string, from: () => string, enabled: () => boolean) =>
  useQuery({
    key: () => ['schedule', 'desk-times', appointmentId(), from()],
    enabled,
    query: ({ signal }) =>
      api.call(listDeskTimes, { params: { appointmentId: appointmentId() }, query: { from: from() }, signal }),
    placeholderData: (previous) => previous,
  });
