import type { RouteRecordRaw } from 'vue-router';

const patient = { layout: 'patient', roles: ['patient'], texts: ['booking', 'appointmentRow'] } as const;

export const bookingRoutes: RouteRecordRaw[] = [
  {
    path: '/book/:doctorId',
    name: 'book',
    component: () => import('./views/book.view.vue'),
    props: ({ params, query }) => ({
      doctorId: params['doctorId'],
      departmentId: query['departmentId'],
      afterVisitId: query['after'],
    }),
    meta: { ...patient, title: 'booking.book.title', wide: true },
  },
  {
    path: '/book/:doctorId/waitlist',
    name: 'waitlist',
    component: () => import('./views/waitlist.view.vue'),
    props: ({ params, query }) => ({ doctorId: params['doctorId'], departmentId: query['departmentId'] }),
    meta: { ...patient, title: 'booking.waitlist.heading' },
  },
  {
    path: '/appointments',
    name: 'appointments',
    component: () => import('./views/appointment-list.view.vue'),
    meta: { ...patient, title: 'booking.list.title' },
  },
  {
    path: '/appointments/:appointmentId',
    name: 'appointment',
    component: () => import('./views/appointment.view.vue'),
    props: true,
    meta: { ...patient, title: 'booking.one.title', texts: ['booking', 'appointmentRow', 'intake'] },
  },
  {
    path: '/appointments/:appointmentId/reschedule',
    name: 'reschedule',
    component: () => import('./views/reschedule.view.vue'),
    props: true,
    meta: { ...patient, title: 'booking.move.title' },
  },
];
