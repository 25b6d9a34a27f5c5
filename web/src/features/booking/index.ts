export { default as ComingAppointments } from './components/coming-appointments.vue';
export { useAppointment, useComingAppointments } from './queries.ts';
