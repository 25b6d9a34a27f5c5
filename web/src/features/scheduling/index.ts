export { default as AppointmentRow } from './booking/components/appointment-row.vue';
export { default as ComingAppointments } from './booking/components/coming-appointments.vue';
export { useAppointment, useComingAppointments } from './queries.ts';
