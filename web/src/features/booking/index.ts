export { default as ComingAppointments } from './components/coming-appointments.vue';
export { useAppointment } from './queries.ts';
