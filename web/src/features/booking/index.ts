export { default as AppointmentRow } from './components/appointment-row.vue';
export { default as ComingAppointments } from './components/coming-appointments.vue';
export { useAppointment, useComingAppointments } from './queries.ts';
