export { default as ComingAppointments } from './components/coming-appointments.vue';
