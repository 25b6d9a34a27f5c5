import { listAppointments } from '@yunzhen/shared/scheduling/appointments.contract';
import { pageRead } from '../../core/api/page-read.ts';

/** The patient’s coming appointments. */
export const comingAppointments = pageRead(listAppointments, { query: { limit: 10 } });
